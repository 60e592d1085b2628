using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A comment on what is to be signed, or a better wording for one of its fields.</summary>
public sealed class CommentForm
{
    public string? Path { get; set; }

    public string? Field { get; set; }

    public string? Text { get; set; }

    public string? Suggestion { get; set; }

    /// <summary>What the field said when the form was made.</summary>
    public string? Read { get; set; }

    /// <summary>The comment as it is saved.</summary>
    /// <param name="unit">That it is about.</param>
    /// <param name="by">Whose it is.</param>
    /// <param name="clinician">None, where it is an account's.</param>
    /// <param name="problems">Why it cannot be saved.</param>
    public ReviewComment ToComment(ReviewUnit unit, Signature by, int? clinician, out List<string> problems)
    {
        var field = ReviewComments.FieldsOf(unit.Entry).FirstOrDefault(name => name == Field);
        var words = field is null ? "" : ReviewComments.WordsOf(unit.Entry, field);
        var (text, suggestion) = (Cleaned(Text), Cleaned(Suggestion));
        if (field is null || suggestion == Cleaned(Read))
            suggestion = null;
        problems =
        [
            .. FormInput.Problems("comment", text, ReviewComment.LongestText),
            .. field is null ? []
                : FormInput.Problems(
                    "suggested wording", suggestion, EntryField.Find(unit.Entry.GetType(), field)?.MaxLength ?? TextLimit.Prose),
            .. text is null && suggestion is null ? ["Write a comment, or change the wording to what you suggest."] : Array.Empty<string>(),
            .. suggestion is not null && Cleaned(Read) != Cleaned(words)
                ? ["Someone has changed these words while you had the page open. Look at them below, and suggest again."]
                : Array.Empty<string>(),
        ];
        return new()
        {
            Path = unit.Path,
            Field = field,
            By = by.By,
            ById = by.ById,
            ClinicianId = clinician,
            At = by.At,
            Text = text,
            Suggestion = suggestion,
            SuggestedFor = suggestion is null ? null : words,
        };
    }

    private static string? Cleaned(string? words) => InputCleaner.Clean(words ?? "") is { Length: > 0 } cleaned ? cleaned : null;
}
