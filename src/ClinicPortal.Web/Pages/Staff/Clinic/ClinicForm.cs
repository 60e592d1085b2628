using System.Net.Mail;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What the clinic says of itself, as it is typed.</summary>
public sealed class ClinicForm : IRowForm
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public bool Sample { get; set; }

    public string? Telephone { get; set; }

    public string? Email { get; set; }

    /// <summary>One line of it on each line.</summary>
    public string? Address { get; set; }

    public List<HoursForm> Hours { get; set; } = [];

    public string? About { get; set; }

    public string? Funding { get; set; }

    public string? ClosingLine { get; set; }

    public string? MedicalCareNotice { get; set; }

    public string? ReviewMonths { get; set; }

    public List<ComparisonSetForm> CommonComparisons { get; set; } = [];

    public static ClinicForm Of(ClinicEntry entry, int version) => new()
    {
        Version = version,
        Name = version == 0 ? null : entry.Name.ToString(),
        Sample = entry.Sample,
        Telephone = entry.Telephone,
        Email = entry.Email,
        Address = string.Join('\n', entry.Address),
        Hours = [.. entry.Hours.Select(HoursForm.Of)],
        About = entry.About?.ToString(),
        Funding = entry.Funding?.ToString(),
        ClosingLine = entry.ClosingLine?.ToString(),
        MedicalCareNotice = entry.MedicalCareNotice?.ToString(),
        ReviewMonths = FormInput.Figures(entry.ReviewMonths),
        CommonComparisons = [.. entry.CommonComparisons.Select(set => new ComparisonSetForm { Treatments = [.. set] })],
    };

    /// <summary>An empty row at the end of each list, for one more.</summary>
    public void AddSpareRows()
    {
        if (Hours.Count == 0 || !Hours[^1].IsEmpty)
            Hours.Add(new());
        if (CommonComparisons.Count == 0 || CommonComparisons[^1].Chosen.Any())
            CommonComparisons.Add(new());
    }

    public IEnumerable<string> Problems() =>
    [
        .. FormInput.Needed("name of the clinic", Name), .. FormInput.Needed("telephone number", Telephone),
        .. FormInput.Problems("name of the clinic", Name, TextLimit.Of<ClinicEntry>(entry => entry.Name)),
        .. FormInput.Problems("telephone number", Telephone, TextLimit.Of<ClinicEntry>(entry => entry.Telephone)),
        .. FormInput.Problems("e-mail address", Email, TextLimit.Of<ClinicEntry>(entry => entry.Email)),
        .. FormInput.Line(Email) is { } email && !MailAddress.TryCreate(email, out _)
            ? new[] { $"\"{FormInput.Shown(email)}\" is not an e-mail address. Write it in full, for example hello@clinic.example." }
            : [],
        .. FormInput.ProblemsOfLines("line of the address", Address, TextLimit.Of<ClinicEntry>(entry => entry.Address)),
        .. Hours.Where(hours => !hours.IsEmpty).SelectMany(hours => hours.Problems()),
        .. FormInput.Problems("text about the clinic", About), .. FormInput.Problems("text on who paid", Funding),
        .. FormInput.Problems("closing line", ClosingLine), .. FormInput.Problems("notice on medical care", MedicalCareNotice),
        .. FormInput.ReviewMonths(ReviewMonths, out _),
        .. CommonComparisons.SelectMany(set => set.Problems()).Distinct(),
    ];

    public ClinicEntry Write(ClinicEntry before)
    {
        FormInput.ReviewMonths(ReviewMonths, out var reviewMonths);
        return Write(before, reviewMonths);
    }

    private ClinicEntry Write(ClinicEntry before, int? reviewMonths) => before with
    {
        Name = LocalText.Rewritten(before.Name, Name) ?? LocalText.Empty,
        Sample = Sample,
        ReviewMonths = reviewMonths,
        Telephone = FormInput.Line(Telephone) ?? "",
        Email = FormInput.Line(Email),
        Address = FormInput.Names(before.Address, Address),
        Hours =
            [
                .. Hours.Select((hours, index) => (Form: hours, Before: before.Hours.ElementAtOrDefault(index)))
                .Where(hours => !hours.Form.IsEmpty)
                .Select(hours => hours.Form.Write(hours.Before))],
        About = LocalText.Rewritten(before.About, About),
        Funding = LocalText.Rewritten(before.Funding, Funding),
        ClosingLine = LocalText.Rewritten(before.ClosingLine, ClosingLine),
        MedicalCareNotice = LocalText.Rewritten(before.MedicalCareNotice, MedicalCareNotice),
        CommonComparisons = [.. CommonComparisons.Select(set => set.Chosen.ToArray()).Where(set => set.Length > 0)],
    };
}

/// <summary>When the clinic is open on some days.</summary>
public sealed class HoursForm
{
    public string? Days { get; set; }

    public string? Hours { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace($"{Days}{Hours}");

    public static HoursForm Of(OpeningHours hours) => new() { Days = hours.Days.ToString(), Hours = hours.Hours.ToString() };

    public IEnumerable<string> Problems() =>
    [
        .. string.IsNullOrWhiteSpace(Days) || string.IsNullOrWhiteSpace(Hours)
            ? new[] { "Opening hours need the days and the hours. Write both, or neither." }
            : [],
        .. FormInput.Problems("days of the opening hours", Days, TextLimit.Of<OpeningHours>(entry => entry.Days)),
        .. FormInput.Problems("opening hours", Hours, TextLimit.Of<OpeningHours>(entry => entry.Hours)),
    ];

    public OpeningHours Write(OpeningHours? before) => new()
    {
        Days = LocalText.Rewritten(before?.Days, Days) ?? LocalText.Empty,
        Hours = LocalText.Rewritten(before?.Hours, Hours) ?? LocalText.Empty,
    };
}

/// <summary>Treatments that the home page offers to compare; an empty set offers nothing.</summary>
public sealed class ComparisonSetForm
{
    public const int Most = 4;

    public List<string?> Treatments { get; set; } = [];

    public IEnumerable<string> Chosen => Treatments.Where(slug => !string.IsNullOrEmpty(slug)).Select(slug => slug!);

    public IEnumerable<string> Problems()
    {
        var chosen = Chosen.ToList();
        if (chosen.Count == 1 || chosen.Count > Most || chosen.Distinct().Count() < chosen.Count)
            yield return "A comparison for the home page needs two, three or four different treatments. Choose them, or clear the row.";
    }
}
