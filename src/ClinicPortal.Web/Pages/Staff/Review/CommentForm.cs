using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A comment on what is to be signed, or a better wording for one of its fields.</summary>
public sealed class CommentForm
{
    public string? Text { get; set; }

    public string? Suggestion { get; set; }

    /// <summary>What the field said when the form was made.</summary>
    public string? Read { get; set; }

    /// <summary>Something that would be sent.</summary>
    public bool IsTyped => Cleaned(Text) is not null || Cleaned(Suggestion) is { } wording && wording != Cleaned(Read);

    /// <param name="path">Of the unit.</param>
    /// <param name="field">None, for a comment on the whole.</param>
    public static string KeyOf(string path, string? field) => $"{path}|{field}";

    public static (string Path, string? Field) PlaceOf(string? key) =>
        key?.Split('|') is [var path, var field] ? (path, field == "" ? null : field) : ("", null);

    /// <summary>", about “When to get help”"; nothing, for a comment on the whole.</summary>
    public static string About(ReviewComment comment) =>
        comment.Field is { } field ? $", about “{RunningText.StartUpperCase(FieldDifference.NameOf(field))}”" : "";

    /// <summary>The comment as it is saved.</summary>
    /// <param name="unit">That it is about.</param>
    /// <param name="name">Of the field; none, if it is about the whole.</param>
    /// <param name="by">Whose it is.</param>
    /// <param name="clinician">None, where it is an account's.</param>
    /// <param name="problems">Why it cannot be saved.</param>
    public ReviewComment ToComment(ReviewUnit unit, string? name, Signature by, int? clinician, out List<string> problems)
    {
        var field = ReviewComments.FieldsOf(unit.Entry).FirstOrDefault(one => one == name);
        var words = field is null ? "" : ReviewComments.WordsOf(unit.Entry, field);
        var (text, suggestion) = (Cleaned(Text), Cleaned(Suggestion));
        if (field is null || suggestion == Cleaned(Read))
            suggestion = null;
        var hasChanged = suggestion is not null && Cleaned(Read) != Cleaned(words);
        problems =
        [
            .. FormInput.Problems("comment", text, ReviewComment.LongestText),
            .. field is null ? []
                : FormInput.Problems(
                    "suggested wording", suggestion, EntryField.Find(unit.Entry.GetType(), field)?.MaxLength ?? TextLimit.Prose),
            .. text is null && suggestion is null ? ["Write a comment, or change the wording to what you suggest."] : Array.Empty<string>(),
            .. hasChanged
                ? ["Someone changed these words while you had the page open. Read them as they are now, then change your suggestion and "
                    + "send it again."]
                : Array.Empty<string>(),
        ];
        if (hasChanged)
            Read = words;
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
