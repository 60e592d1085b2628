namespace ClinicPortal.Core.Catalogue;

/// <summary>The clinic itself; the store holds one, from the first import or edit on.</summary>
public sealed class ClinicProfile : WorkingRow<ClinicEntry>
{
    public const int OnlyId = 1;

    /// <summary>Where the row stands in the history.</summary>
    public const string OnlyPath = "clinic";

    public int Id { get; private set; } = OnlyId;

    public LocalText Name { get; private set; } = LocalText.Empty;

    public bool Sample { get; private set; }

    public string Telephone { get; private set; } = "";

    public string? Email { get; private set; }

    public IReadOnlyList<LocalText> Address { get; private set; } = [];

    public IReadOnlyList<OpeningHours> Hours { get; private set; } = [];

    public LocalText? About { get; private set; }

    public LocalText? Funding { get; private set; }

    public LocalText? ClosingLine { get; private set; }

    public LocalText? MedicalCareNotice { get; private set; }

    public int? ReviewMonths { get; private set; }

    public List<CommonComparisonPlace> CommonComparisons { get; } = [];

    public override string Path => OnlyPath;

    public override ClinicEntry ToEntry() => new()
    {
        Name = Name,
        Sample = Sample,
        Telephone = Telephone,
        Email = Email,
        Address = Address,
        Hours = Hours,
        About = About,
        Funding = Funding,
        ClosingLine = ClosingLine,
        MedicalCareNotice = MedicalCareNotice,
        ReviewMonths = ReviewMonths,
        CommonComparisons = CommonComparisonPlace.Sets(CommonComparisons),
    };

    private protected override void CopyFrom(ClinicEntry entry, WorkingCatalogue catalogue)
    {
        Name = entry.Name;
        Sample = entry.Sample;
        Telephone = entry.Telephone;
        Email = entry.Email;
        Address = entry.Address;
        Hours = entry.Hours;
        About = entry.About;
        Funding = entry.Funding;
        ClosingLine = entry.ClosingLine;
        MedicalCareNotice = entry.MedicalCareNotice;
        ReviewMonths = entry.ReviewMonths;
        CommonComparisonPlace.Follow(CommonComparisons, entry.CommonComparisons, catalogue);
    }
}
