using Microsoft.AspNetCore.Identity;

namespace ClinicPortal.Core.Storage;

/// <summary>What a person of the clinic may do; each role may do what those before it may.</summary>
public enum StaffRole
{
    /// <summary>Edits the store.</summary>
    Editor,

    /// <summary>A clinician with a registration, whose word a review is.</summary>
    Reviewer,

    /// <summary>Publishes and looks after people.</summary>
    Administrator,
}

/// <summary>A person of the clinic who signs in; the e-mail address is the user name.</summary>
public sealed class StaffUser : IdentityUser<int>
{
    public const int NameMaxLength = 120;

    /// <summary>As it stands in the history.</summary>
    public string Name { get; set; } = "";

    public StaffRole Role { get; set; }

    /// <summary>From then on counts the time in which an administrator has to add a second factor or a passkey.</summary>
    public DateTimeOffset? AdministratorSince { get; set; }

    /// <summary>Body and number: "GMC 1234567"; a reviewer has one.</summary>
    public string? Registration { get; set; }

    /// <summary>May no longer sign in; the name stays in the history.</summary>
    public bool Left { get; set; }
}

/// <summary>One signed-in browser. The cookie holds only the key, so that signing out leaves a cookie that opens nothing.</summary>
public sealed class StaffSession
{
    /// <summary>SHA-256 of the key, so that a copy of the database opens no session.</summary>
    public required string KeyHash { get; init; }

    public required int UserId { get; init; }

    /// <summary>The framework's ticket, protected with the portal's keys.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>When the person last showed a password, passkey or code.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>A few minutes exactly.</summary>
    public required DateTimeOffset Seen { get; set; }

    public required DateTimeOffset Ends { get; set; }

    /// <summary>"Firefox on Windows", for the person's own list of sessions.</summary>
    public required string Browser { get; init; }
}
