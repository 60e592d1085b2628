namespace ClinicPortal.Core.Storage;

/// <summary>What the audit log is looked through for.</summary>
public enum AuditKind
{
    /// <summary>Signing in, showing again who it is, and signing out.</summary>
    SignIn,

    /// <summary>Something that somebody tried and may not do.</summary>
    Refusal,

    /// <summary>Who may sign in and do what.</summary>
    Access,

    Publication,

    /// <summary>Published although a check or a missing signature stood against it.</summary>
    Override,

    /// <summary>A safety hold, laid or lifted.</summary>
    Hold,

    /// <summary>What a person states of an item of a standard, or withdraws.</summary>
    Statement,

    /// <summary>What left the portal as a file.</summary>
    Export,

    /// <summary>A mail that was not sent.</summary>
    Mail,

    /// <summary>The log's own locks.</summary>
    Log,
}

/// <summary>
/// Who did what, when. A record is written together with what it tells, and neither changed nor deleted afterwards: the database itself
/// refuses that, see <see cref="AuditLocks"/>. What is left out when one is made, <see cref="AuditInterceptor"/> fills in.
/// </summary>
public sealed class AuditRecord
{
    /// <summary>Stands for whoever has not signed in.</summary>
    public const string Stranger = "Not signed in";

    /// <summary>Stands for the program itself.</summary>
    public const string Portal = "Clinic Portal";

    public int Id { get; private set; }

    public DateTimeOffset At { get; init; }

    public required AuditKind Kind { get; init; }

    /// <summary>By the name that the person had then.</summary>
    public string By { get; init; } = "";

    /// <summary>The person's account, which keeps its number when its name changes.</summary>
    public int? ById { get; init; }

    /// <summary>The part of the internet that a sign-in or a refusal came from; never the whole address.</summary>
    public string? Network { get; init; }

    /// <summary>To whom or what it happened, by the name it had then: an account, a page, a file. Empty, if it needs none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>A sentence.</summary>
    public required string What { get; init; }

    /// <summary>How often within a minute: refusals that are the same are one record.</summary>
    public int Count { get; init; } = 1;

    /// <summary>An account as <see cref="Subject"/>: name and address as they are now.</summary>
    public static string SubjectOf(StaffUser person) => $"{person.Name} ({person.Email})";
}

/// <summary>Who is at work.</summary>
public interface IActor
{
    /// <summary>None, where nobody has signed in: what happens to an account then is its own person's doing.</summary>
    string? Name { get; }

    /// <summary>The account.</summary>
    int? Id { get; }

    /// <summary>As in <see cref="AuditRecord.Network"/>.</summary>
    string? Network { get; }
}
