using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Several answers in one form. Each has a version and problems of its own; the form itself stands for no row.</summary>
public sealed class AnswersForm : IRowForm
{
    public int Version { get; set; }

    public List<AnswerOfMany> Answers { get; set; } = [];

    public IEnumerable<string> Problems() => [];
}

/// <summary>One answer as it is typed among others.</summary>
public sealed class AnswerOfMany
{
    // So that twenty of them stay below the 1,024 fields of a form.
    private const int MostFields = 45;
    private const int FieldsOfPart = 6;
    private const int OtherFields = 15;

    /// <summary>The slug of the treatment or of the criterion by which it is told from the others of its form.</summary>
    public string? Key { get; set; }

    /// <summary>Without its conditions, which stay as they are.</summary>
    public AnswerForm Answer { get; set; } = new();

    /// <summary>A source to cite beside those that are ticked, by its reference.</summary>
    public string? AddedSource { get; set; }

    /// <param name="key">See <see cref="Key"/>.</param>
    /// <param name="entry">None, where nobody has written the answer yet.</param>
    /// <param name="version">Of its row.</param>
    /// <param name="kind">How it is measured.</param>
    public static AnswerOfMany Of(string key, AnswerEntry? entry, int version, ValueKind kind)
    {
        var answer = AnswerForm.Of(entry, version, kind, []);
        answer.Conditions = [];
        return new() { Key = key, Answer = answer };
    }

    /// <summary>Whether a form of many has room for the answer; a larger one is changed on its own page.</summary>
    public static bool Fits(AnswerEntry? entry) =>
        OtherFields + ((entry?.Value?.Parts.Count ?? 0) * FieldsOfPart) + (entry?.Sources.Count ?? 0) <= MostFields;
}
