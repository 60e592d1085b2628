using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A treatment's own fields as they are typed.</summary>
public sealed class TreatmentForm : IRowForm
{
    public int Version { get; set; }

    /// <summary>Slug of the treatment with whose answers a new one begins.</summary>
    public string? From { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? InSentence { get; set; }

    public string? OtherNames { get; set; }

    public string? SearchNames { get; set; }

    public string? Summary { get; set; }

    /// <summary>Key of a drawing.</summary>
    public string? Picture { get; set; }

    public string? PictureAlt { get; set; }

    public PrescriptionRule PrescriptionOnly { get; set; }

    public string? PrescriptionNote { get; set; }

    /// <summary>None where the clinic does not say.</summary>
    public bool? Offered { get; set; }

    /// <summary>Slug of a clinician.</summary>
    public string? Author { get; set; }

    public string? ReviewMonths { get; set; }

    public bool Surgical { get; set; }

    public bool Baseline { get; set; }

    public static TreatmentForm Of(TreatmentEntry entry, int version) => new()
    {
        Version = version,
        Name = entry.Name.ToString(),
        ShortName = entry.ShortName?.ToString(),
        InSentence = entry.InSentence?.ToString(),
        OtherNames = string.Join('\n', entry.OtherNames),
        SearchNames = string.Join('\n', entry.SearchNames),
        Summary = entry.Summary.ToString(),
        Picture = entry.Picture,
        PictureAlt = entry.PictureAlt?.ToString(),
        PrescriptionOnly = entry.PrescriptionOnly,
        PrescriptionNote = entry.PrescriptionNote?.ToString(),
        Offered = entry.Offered,
        Author = entry.Author,
        ReviewMonths = FormInput.Figures(entry.ReviewMonths),
        Surgical = entry.Surgical,
        Baseline = entry.Baseline,
    };

    public IEnumerable<string> Problems() =>
    [
        .. string.IsNullOrEmpty(Picture) && !string.IsNullOrWhiteSpace(PictureAlt)
            ? new[] { "You wrote what the drawing shows, but there is no drawing. Choose one, or empty that field." }
            : [],
        .. FormInput.Needed("name", Name), .. FormInput.Needed("summary", Summary),
        .. FormInput.Problems("name", Name, TextLimit.Of<TreatmentEntry>(entry => entry.Name)),
        .. FormInput.Problems("short name", ShortName, TextLimit.Of<TreatmentEntry>(entry => entry.ShortName)),
        .. FormInput.Problems("name in a sentence", InSentence, TextLimit.Of<TreatmentEntry>(entry => entry.InSentence)),
        .. FormInput.ProblemsOfLines("line of other names", OtherNames, TextLimit.Of<TreatmentEntry>(entry => entry.OtherNames)),
        .. FormInput.ProblemsOfLines("line of words to search with", SearchNames, TextLimit.Of<TreatmentEntry>(entry => entry.SearchNames)),
        .. FormInput.Problems("drawing", Picture, TextLimit.Of<TreatmentEntry>(entry => entry.Picture)),
        .. FormInput.Problems("text on what the drawing shows", PictureAlt, TextLimit.Of<TreatmentEntry>(entry => entry.PictureAlt)),
        .. FormInput.Problems("summary", Summary), .. FormInput.Problems("note on prescribing", PrescriptionNote),
        .. FormInput.ReviewMonths(ReviewMonths, out _),
    ];

    public TreatmentEntry Write(TreatmentEntry before)
    {
        FormInput.ReviewMonths(ReviewMonths, out var reviewMonths);
        return Write(before, reviewMonths);
    }

    private TreatmentEntry Write(TreatmentEntry before, int? reviewMonths) => before with
    {
        Name = LocalText.Rewritten(before.Name, Name)!,
        ShortName = LocalText.Rewritten(before.ShortName, ShortName),
        InSentence = LocalText.Rewritten(before.InSentence, InSentence),
        OtherNames = FormInput.Names(before.OtherNames, OtherNames),
        SearchNames = FormInput.Names(before.SearchNames, SearchNames),
        Summary = LocalText.Rewritten(before.Summary, Summary)!,
        Picture = string.IsNullOrEmpty(Picture) ? null : Picture,
        PictureAlt = LocalText.Rewritten(before.PictureAlt, PictureAlt),
        PrescriptionOnly = PrescriptionOnly,
        PrescriptionNote = LocalText.Rewritten(before.PrescriptionNote, PrescriptionNote),
        // Doing nothing is not offered, and its form does not ask.
        Offered = Baseline ? before.Offered : Offered,
        Author = string.IsNullOrEmpty(Author) ? null : Author,
        ReviewMonths = reviewMonths,
        Surgical = Surgical,
        Baseline = Baseline,
    };
}
