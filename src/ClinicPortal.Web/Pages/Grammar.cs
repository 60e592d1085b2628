using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages;

/// <summary>Small grammar of the pages; <see cref="RunningText"/> has that of sentences.</summary>
public static class Grammar
{
    /// <summary>"no treatments", "1 treatment", "2 treatments".</summary>
    public static string Count(int count, string noun) => count == 0 ? $"no {noun}s" : RunningText.Count(count, noun);

    /// <summary>"2 answers not signed by a clinician and gaps or contradictions": one line can tell of many gaps.</summary>
    public static string Unfinished(int unreviewed, int warnings)
    {
        string?[] parts =
        [
            unreviewed == 0 ? null : $"{Count(unreviewed, "answer")} not signed by a clinician",
            warnings == 0 ? null : "gaps or contradictions",
        ];
        return List(parts.OfType<string>());
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> items) => RunningText.List([.. items], "and");

    /// <summary>"Pain · Price": no line begins with a dot.</summary>
    public static string Dotted(IEnumerable<string> parts) => string.Join("\u00a0· ", parts);

    /// <summary>"Example Clinician, Dermatologist (EX 1)".</summary>
    public static string Credentials(ClinicianEntry clinician) =>
        $"{clinician.Name}, {clinician.Role}{(clinician.Registration is { } registration ? $" ({registration})" : "")}";

    /// <summary>As the clinician signed.</summary>
    public static string Credentials(ReviewEntry review) => $"{review.Clinician}, {review.Role} ({review.Registration})";

    /// <summary>For a data attribute, which Razor writes even where it is empty.</summary>
    public static string Flag(bool isSet) => isSet ? "true" : "false";

    /// <summary>What stands beside a concern that needs medical care, in the clinic's own words where it has some.</summary>
    public static string MedicalCare(ClinicEntry clinic) =>
        clinic.MedicalCareNotice?.ToString() ?? "What is described here does not replace medical care.";

    /// <summary>For column heads and links: "PRP", "Mesotherapy".</summary>
    public static string ShortName(TreatmentEntry treatment) => (treatment.ShortName ?? treatment.Name).ToString();
}
