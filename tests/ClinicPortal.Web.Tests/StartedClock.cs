using Microsoft.Extensions.Time.Testing;

namespace ClinicPortal.Web.Tests;

/// <summary>A clock that stands, and says when somebody has begun to wait for it.</summary>
public sealed class StartedClock(string now) : FakeTimeProvider(DateTimeOffset.Parse(now, null))
{
    private readonly TaskCompletionSource _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task HasTimer => _timer.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timer.TrySetResult();
        return timer;
    }
}
