namespace ClinicPortal.Core.Catalogue;

/// <summary>A question to take to the appointment.</summary>
public sealed class Question : NamedRow<QuestionEntry>
{
    public int Id { get; private set; }

    public LocalText Text { get; private set; } = LocalText.Empty;

    public override QuestionEntry ToEntry() => new() { Key = Slug, Text = Text };

    private protected override void CopyFrom(QuestionEntry entry, WorkingCatalogue catalogue) => Text = entry.Text;
}
