namespace ClinicPortal.Core.Publishing;

/// <summary>Who hides, shows or states something, and when: by the account, since names and roles change.</summary>
public sealed record AccountSignature(int UserId, string Name, DateTimeOffset At);
