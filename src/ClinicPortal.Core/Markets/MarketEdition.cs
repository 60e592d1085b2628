using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Markets;

/// <summary>
/// An edition as patients of a market may read it. Prices go here, before any page, search or sheet is made of it, so that none of them
/// can forget; the stored edition keeps them. Prices that an editor wrote into prose cannot be told apart and stay.
/// </summary>
public static class MarketEdition
{
    public static LocalText Withheld { get; } =
        LocalText.English("Ask the clinic. The advertising rules that it follows do not allow a price here.");

    private static readonly LocalText WithheldBriefly = LocalText.English("Ask the clinic");

    public static Edition For(Market market, Edition edition)
    {
        var prices =
            edition.Content.Criteria.Where(criterion => ValueKinds.Of(criterion).IsPrice).Select(criterion => criterion.Slug).ToHashSet();
        return edition.Content.Treatments.All(treatment =>
            market.MayPrice(treatment) || !treatment.Answers.Any(answer => IsPrice(answer, prices)))
            ? edition
            : edition.Showing(edition.Content with
            {
                Treatments = [
                    .. edition.Content.Treatments.Select(treatment =>
                        market.MayPrice(treatment) ? treatment : WithoutPrices(treatment, prices))],
            });
    }

    private static TreatmentEntry WithoutPrices(TreatmentEntry treatment, HashSet<string> prices) => treatment with
    {
        Answers = [.. treatment.Answers.Select(answer => IsPrice(answer, prices)
            ? new AnswerEntry { Criterion = answer.Criterion, Text = Withheld, Brief = WithheldBriefly }
            : answer)],
    };

    // Where nothing is said there is nothing to hold back, and "not known" stays the truth.
    private static bool IsPrice(AnswerEntry answer, HashSet<string> prices) =>
        prices.Contains(answer.Criterion) && (answer.Text is not null || answer.Value is not null);
}
