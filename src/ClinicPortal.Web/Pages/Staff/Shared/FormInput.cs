using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What can be wrong with a field as it was typed; each reason says what to do, and the words stay in the form.</summary>
public static class FormInput
{
    /// <summary>Of the few words on why something is changed or published.</summary>
    public const int LongestReason = 200;

    private const decimal Largest = 1_000_000;

    private const int LargestCount = 100_000_000;

    // From pastes; cleaned away when the text is saved, see InputCleaner.
    private const string Pasted = "\n\r\t\v\f\a\u0085\u001E\u001F";

    /// <summary>After how many months a review is due again; none, where nothing is typed.</summary>
    public static IReadOnlyList<string> ReviewMonths(string? typed, out int? months) =>
        Count("months until a review is due again", typed, out months) is { } problem ? [problem]
        : ReviewSchedule.Allows(months) ? []
        : [$"Write the months until a review is due again as a whole number from 1 to {ReviewSchedule.MostMonths}, or leave them empty."];

    /// <param name="field">Its name.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="remedy">What to do.</param>
    public static IEnumerable<string> Needed(string field, string? text, string remedy = "Fill it in.")
    {
        if (InputCleaner.Clean(text ?? "").Length == 0)
            yield return $"The {field} is empty. {remedy}";
    }

    public static IEnumerable<string> Problems(string field, string? text, int longest = TextLimit.Prose)
    {
        if (text is null)
            yield break;
        if (text.Length > longest)
            yield return string.Create(
                CultureInfo.InvariantCulture, $"The {field} has {text.Length:#,0} characters, and {longest:#,0} is the most. Shorten it.");
        if (text.Any(sign => char.IsControl(sign) && !Pasted.Contains(sign)))
            yield return $"The {field} holds a sign that cannot be shown, perhaps from a paste. Type that part again.";
    }

    /// <summary>Of texts that are typed one on a line.</summary>
    public static IEnumerable<string> ProblemsOfLines(string field, string? lines, int longest) =>
        (lines ?? "").Split('\n', StringSplitOptions.TrimEntries).SelectMany(line => Problems(field, line, longest)).Distinct();

    /// <summary>
    /// Takes a point or a comma before the fraction, as both are typed; a thousands sign is refused, because it cannot be told from one.
    /// </summary>
    /// <returns>The reason why it is no figure, or none.</returns>
    public static string? Figure(string field, string? text, out decimal? figure)
    {
        figure = null;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > Largest)
            return $"\"{Shown(text)}\" under \"{field}\" is not a number from 0 to 1,000,000. Write it like this: 2 or 2.5.";
        figure = number;
        return null;
    }

    /// <summary>People and positions are counted in whole numbers.</summary>
    /// <returns>The reason why it is no count, or none.</returns>
    public static string? Count(string field, string? text, out int? count)
    {
        count = null;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > LargestCount)
            return $"\"{Shown(text)}\" under \"{field}\" is not a whole number from 0 to 100,000,000. Write figures only, for example 26.";
        count = number;
        return null;
    }

    public static string Figures(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Names that were typed one on a line; one that stays keeps its other languages.</summary>
    public static IReadOnlyList<LocalText> Names(IReadOnlyList<LocalText> before, string? lines) =>
        [
            .. (lines ?? "")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct()
            .Select(name => before.FirstOrDefault(one => one.ToString() == name) ?? LocalText.English(name))];

    /// <summary>What is typed on one line, cleaned; none, if nothing is.</summary>
    public static string? Line(string? text) => InputCleaner.Line(text ?? "") is { Length: > 0 } typed ? typed : null;

    /// <summary>As much of a text as a message has room for.</summary>
    public static string Shown(string text, int most = 40) => RunningText.Beginning(text, most);
}

/// <summary>What a person reads after saving.</summary>
public static class SaveMessages
{
    public const string Nothing = "Nothing was changed, so nothing was saved.";

    public const string DraftSavedElsewhere =
        "You have saved a different draft in another window. Copy this text if you need it, then reload this page.";

    /// <summary>Of a batch that another window has tried out.</summary>
    /// <param name="button">That goes on all the same.</param>
    public static string TriedElsewhere(string button) =>
        "You tried something else in another window after opening this page, and have not saved it. To see it, open this page again. "
            + $"To discard it, choose \"{button}\" again; a file must be chosen again first.";

    public static string TooLongForDraft { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"This is too long to save as a draft: all fields together can have about {WorkingDraft.MaxLength / 2:#,0} characters. "
            + $"Shorten it.");

    /// <summary>What patients miss of a row that is in use again.</summary>
    public static string Archived(IEnumerable<string> named) =>
        $"It still refers to something archived, which patients do not see: {Grammar.List(named)}. Restore that too, or change what refers "
            + "to it.";

    public static string Of(int version, IReadOnlyList<string> theirs) =>
        $"Saved, version {version}. Patients see it after the next publication.{Also(theirs)}";

    /// <summary>Of several answers that were saved together.</summary>
    public static string OfSeveral(int count, IReadOnlyList<string> theirs) =>
        $"Saved: {Grammar.Count(count, "answer")}. Patients see {(count == 1 ? "it" : "them")} after the next publication.{Also(theirs)}";

    private static string Also(IReadOnlyList<string> theirs) => theirs.Count == 0
        ? ""
        : $" Somebody else had changed {Grammar.List(theirs.Select(Core.Editing.FieldDifference.NameOf).Distinct())} meanwhile; "
            + "both changes stand.";
}
