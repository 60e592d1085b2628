using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editions;

/// <summary>
/// An edition as patients may read it under the holds in force. What is held goes here, before any page, search or sheet is made of it, so
/// that none of them can forget; the stored edition keeps it. Whatever else tells what is held goes with it: numbers that stand in the
/// cell, written comparisons of the pair, and, where serious risks are held, every verdict on the treatment.
/// </summary>
public static class HeldEdition
{
    public static Edition With(HoldsInForce holds, Edition edition)
    {
        var content = edition.Content;
        var held = content.Treatments.Select(treatment => new HeldTreatment(treatment, edition, holds))
            .Where(treatment => treatment.IsAny).ToDictionary(treatment => treatment.Slug);
        if (held.Count == 0)
            return edition;
        bool IsWhole(string slug) => held.GetValueOrDefault(slug)?.Whole is not null;
        return edition.Showing(content with
        {
            Clinic = content.Clinic with
            {
                CommonComparisons = [.. content.Clinic.CommonComparisons.Where(slugs => !slugs.Any(IsWhole))],
            },
            Treatments = [.. content.Treatments.Select(treatment => held.GetValueOrDefault(treatment.Slug)?.ForPatients() ?? treatment)],
            Contrasts =
            [
                .. content.Contrasts.Where(contrast => !contrast.Between.Any(IsWhole))
                    .Select(contrast =>
                        contrast.Between.Select(held.GetValueOrDefault).OfType<HeldTreatment>().Aggregate(contrast, Without))
                    .Where(contrast => contrast.Passages.Count > 0 || contrast.ClinicsSay is not null),
            ],
            Numbers =
            [
                .. content.Numbers.Where(number =>
                    !number.Places.Any(place => held.GetValueOrDefault(place.Treatment)?.Hides(number, place) == true)),
            ],
        });
    }

    // What clinics say of a pair is about the whole of both, so nobody can tell that it leaves out what is held.
    private static ContrastEntry Without(ContrastEntry contrast, HeldTreatment held) => contrast with
    {
        Passages = [.. contrast.Passages.Where(passage => !passage.Criteria.Any(place => held.IsToldWith(place.Criterion)))],
        ClinicsSay = null,
        ClinicsSaySources = [],
    };

    /// <summary>One treatment of an edition with what is held of it.</summary>
    private sealed class HeldTreatment
    {
        private readonly TreatmentEntry _treatment;
        private readonly Dictionary<string, AnswerEntry> _answers = [];
        private readonly HashSet<string> _concerns = [];
        private readonly string? _evidence;
        private readonly bool _withoutVerdict;

        public HeldTreatment(TreatmentEntry treatment, Edition edition, HoldsInForce holds)
        {
            _treatment = treatment;
            List<string> paths = [.. treatment.FormerSlugs.Prepend(treatment.Slug).Select(CatalogueKinds.Treatment.PathOf)];
            Whole = holds.Find(paths);
            _evidence = edition.FindCriterion(CriterionRole.Evidence)?.Slug;
            var risks = edition.FindCriterion(CriterionRole.SeriousRisks)?.Slug;
            foreach (var criterion in edition.Content.Criteria.Select(criterion => criterion.Slug))
                if (holds.Find(paths.Select(path => $"{path}/answers/{criterion}")) is { } hold)
                    _answers.Add(criterion, Withheld(criterion, hold, isRisk: criterion == risks));
            foreach (var concern in edition.Content.Concerns)
                if (holds.Find(
                    from path in paths from name in concern.FormerSlugs.Prepend(concern.Slug) select $"{path}/concerns/{name}") is not null)
                    _concerns.Add(concern.Slug);
            _withoutVerdict = risks is not null && _answers.ContainsKey(risks);
            if (_withoutVerdict && _evidence is not null)
                _answers.TryAdd(_evidence, Withheld(_evidence, new([], null, false), isRisk: true));
        }

        public string Slug => _treatment.Slug;

        /// <summary>The hold on the whole treatment.</summary>
        public Hold? Whole { get; }

        public bool IsAny => Whole is not null || _answers.Count > 0 || _concerns.Count > 0;

        private bool IsHeld(string criterion) => _answers.ContainsKey(criterion);

        /// <summary>What stands with the question tells something held; what studies show is told for all concerns together.</summary>
        public bool IsToldWith(string criterion) => IsHeld(criterion) || (_concerns.Count > 0 && criterion == _evidence);

        /// <summary>A number that stands with something held, or that praises what must not be judged.</summary>
        public bool Hides(OutcomeNumberEntry number, NumberPlace place) =>
            Whole is not null || IsHeld(place.Criterion) || (number.Concern is { } concern && _concerns.Contains(concern))
            || (_withoutVerdict && number.Effect == OutcomeEffect.Benefit);

        public TreatmentEntry ForPatients() => Whole is { } hold ? NamesOnly(hold) : _treatment with
        {
            Answers =
            [
                .. _treatment.Answers.Select(answer => _answers.GetValueOrDefault(answer.Criterion) ?? answer),
                .. _answers.Values.ExceptBy(_treatment.Answers.Select(answer => answer.Criterion), answer => answer.Criterion),
            ],
            Concerns =
            [
                .. _treatment.Concerns.Select(evidence =>
                    _withoutVerdict || _concerns.Contains(evidence.Concern) ? Withheld(evidence) : evidence),
            ],
        };

        // Out of use as an archived one, which no list, search or comparison offers; its own page says why.
        private TreatmentEntry NamesOnly(Hold hold) => new()
        {
            Slug = _treatment.Slug,
            FormerSlugs = _treatment.FormerSlugs,
            Name = _treatment.Name,
            ShortName = _treatment.ShortName,
            InSentence = _treatment.InSentence,
            Summary = LocalText.English(AbsenceLabels.Withheld),
            Archived = true,
            Withheld = new(hold.Words, hold.ForGood),
        };

        private static AnswerEntry Withheld(string criterion, Hold hold, bool isRisk)
        {
            var brief = isRisk ? AbsenceLabels.WithheldRisk : hold.ForGood ? AbsenceLabels.WithdrawnAnswer : AbsenceLabels.WithheldAnswer;
            return new()
            {
                Criterion = criterion,
                Text = LocalText.English($"{brief}.{(hold.Words is { } words ? $" {words}" : "")}"),
                Brief = LocalText.English(brief),
                IsWithheld = true,
            };
        }

        // That it is offered at all says nothing of how well it works.
        private static ConcernEvidenceEntry Withheld(ConcernEvidenceEntry evidence) => new()
        {
            Concern = evidence.Concern,
            Offer = evidence.Offer == ConcernOffer.NotUsual ? ConcernOffer.NotUsual : ConcernOffer.Studied,
            IsWithheld = true,
        };
    }
}
