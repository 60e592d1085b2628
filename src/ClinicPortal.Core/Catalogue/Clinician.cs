namespace ClinicPortal.Core.Catalogue;

public sealed class Clinician : NamedRow<ClinicianEntry>
{
    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public LocalText Role { get; private set; } = LocalText.Empty;

    public string? Registration { get; private set; }

    public override ClinicianEntry ToEntry() =>
        new() { Slug = Slug, Name = Name, Role = Role, Registration = Registration, Archived = Archived };

    private protected override void CopyFrom(ClinicianEntry entry, WorkingCatalogue catalogue)
    {
        Name = entry.Name;
        Role = entry.Role;
        Registration = entry.Registration;
        Archived = entry.Archived;
    }
}
