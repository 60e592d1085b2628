namespace ClinicPortal.Testing;

/// <summary>A clock that stands until a test sets it.</summary>
public sealed class MovingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = TemporaryStore.Now;

    public override DateTimeOffset GetUtcNow() => Now;
}
