namespace ClinicPortal.Core.Storage;

/// <summary>
/// What was changed about who may sign in and do what, when and by whom. Written with every save of an account, and neither changed nor
/// deleted afterwards: the database itself refuses that.
/// </summary>
public sealed class AccessChange
{
    /// <summary>Made with every start, because a restored database may come from a release that did not have them.</summary>
    internal const string Locks =
        """
        CREATE TRIGGER IF NOT EXISTS AccessChange_stays BEFORE UPDATE ON AccessChange
        BEGIN SELECT RAISE(ABORT, 'The history of access is never changed.'); END;
        CREATE TRIGGER IF NOT EXISTS AccessChange_remains BEFORE DELETE ON AccessChange
        BEGIN SELECT RAISE(ABORT, 'The history of access is never deleted.'); END;
        """;

    public int Id { get; private set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>By the name that the person had then.</summary>
    public required string By { get; init; }

    /// <summary>Whose account: name and address as they were then.</summary>
    public required string Person { get; init; }

    /// <summary>A sentence.</summary>
    public required string What { get; init; }

    /// <param name="actor">None, where no person is at work.</param>
    /// <param name="person">Whose account.</param>
    /// <param name="at">When.</param>
    /// <param name="what">A sentence.</param>
    public static AccessChange Of(IActor? actor, StaffUser person, DateTimeOffset at, string what) => new()
    {
        At = at,
        By = actor is null ? "Clinic Portal" : actor.Name ?? person.Name,
        Person = $"{person.Name} ({person.Email})",
        What = what,
    };
}

/// <summary>Who is at work.</summary>
public interface IActor
{
    /// <summary>None, where nobody has signed in: what happens to an account then is its own person's doing.</summary>
    string? Name { get; }
}
