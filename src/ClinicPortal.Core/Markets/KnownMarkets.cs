using static ClinicPortal.Core.Markets.MarketEffect;

namespace ClinicPortal.Core.Markets;

/// <summary>
/// The markets that the portal knows. Data, not law: a short reading of each rule beside its reference, to be checked by someone who may
/// give legal advice before a clinic relies on it. A market is added by adding it here; every effect needs a rule that asks for it.
/// </summary>
public static class KnownMarkets
{
    private const string ResultsVary = "Results vary from person to person and cannot be promised.";
    private const string AssessmentNeeded = "An assessment by a qualified clinician is needed before any treatment.";

    private static readonly MarketEffect[] NotAdvertised =
        [NoNameOnHomePage, NoNameInSearchEngines, NoNameInSearch, NoPriceBesidePrescriptionOnly];

    /// <summary>Nothing is held back and no notice stands.</summary>
    public static Market None { get; } = new("none", null, []);

    public static IReadOnlyList<Market> All { get; } =
    [
        new("uk", "the United Kingdom",
        [
            new("A prescription-only medicine must not be advertised to the public.",
                "Human Medicines Regulations 2012 (S.I. 2012/1916), regulation 284",
                "https://www.legislation.gov.uk/uksi/2012/1916/regulation/284", NotAdvertised),
            new("Prescription-only medicines may not be advertised to the public, on a clinic's own website either.",
                "CAP Code, rule 12.12", "https://www.asa.org.uk/type/non_broadcast/code_section/12.html", NotAdvertised),
            new("Nothing may suggest that a medical consultation is unnecessary.",
                "Human Medicines Regulations 2012, regulation 286", "https://www.legislation.gov.uk/uksi/2012/1916/regulation/286",
                [Notice], AssessmentNeeded),
            new("Nothing may suggest that the effects of a medicine are guaranteed.",
                "Human Medicines Regulations 2012, regulation 287", "https://www.legislation.gov.uk/uksi/2012/1916/regulation/287",
                [Notice], ResultsVary),
        ]),
        new("ie", "Ireland",
        [
            new("A medicine that is available only on prescription must not be advertised to the public.",
                "Medicinal Products (Control of Advertising) Regulations 2007 (S.I. No. 541/2007), regulation 9",
                "https://www.irishstatutebook.ie/eli/2007/si/541/made/en/print", NotAdvertised),
            new("Nothing may suggest that a medical consultation is unnecessary.",
                "S.I. No. 541/2007, regulation 11", "https://www.irishstatutebook.ie/eli/2007/si/541/made/en/print", [Notice],
                AssessmentNeeded),
            new("Nothing may suggest that the effects of a medicine are guaranteed.",
                "S.I. No. 541/2007, regulation 11", "https://www.irishstatutebook.ie/eli/2007/si/541/made/en/print", [Notice], ResultsVary),
        ]),
        new("de", "Germany",
        [
            new("A prescription-only medicine may be advertised only to those who prescribe or trade in it.",
                "Heilmittelwerbegesetz, § 10 Abs. 1", "https://www.gesetze-im-internet.de/heilmwerbg/__10.html", NotAdvertised),
            new("Nothing may give the false impression that success can be expected with certainty.",
                "Heilmittelwerbegesetz, § 3", "https://www.gesetze-im-internet.de/heilmwerbg/__3.html", [Notice], ResultsVary),
            new("Diagnosis and treatment without the clinician's own look at the person may be advertised only within narrow limits.",
                "Heilmittelwerbegesetz, § 9", "https://www.gesetze-im-internet.de/heilmwerbg/__9.html", [Notice], AssessmentNeeded),
            new("Thanks of patients, and before-and-after pictures of plastic surgery, are restricted or forbidden. "
                + "The portal shows neither.",
                "Heilmittelwerbegesetz, § 11", "https://www.gesetze-im-internet.de/heilmwerbg/__11.html", [KeptAnyway]),
        ]),
        new("tr", "Türkiye",
        [
            new("Medicines for people may not be promoted to the public.",
                "Beşeri Tıbbi Ürünlerin Tanıtım Faaliyetleri Hakkında Yönetmelik, 3 July 2015",
                "https://www.resmigazete.gov.tr/fihrist?tarih=2015-07-03", NotAdvertised),
            new("Information about health services may not hold fees or campaigns.",
                TurkishHealthServices, TurkishGazette, [NoPrice]),
            new("Nothing may mislead the public, or steer patients to a clinic by it.",
                TurkishHealthServices, TurkishGazette, [Notice], ResultsVary),
            new("Thanks of patients may not be used to advertise, and before-and-after pictures only under conditions. "
                + "The portal shows neither.",
                TurkishHealthServices, TurkishGazette, [KeptAnyway]),
        ]),
        None,
    ];

    // It took the place of the regulation of the same name of 29 July 2023.
    private const string TurkishHealthServices =
        "Sağlık Hizmetlerinde Tanıtım ve Bilgilendirme Faaliyetleri Hakkında Yönetmelik, 12 November 2025";
    private const string TurkishGazette = "https://www.resmigazete.gov.tr/fihrist?tarih=2025-11-12";

    /// <summary>None, if no market has the name; written in any case.</summary>
    public static Market? Find(string slug) =>
        All.FirstOrDefault(market => market.Slug.Equals(slug.Trim(), StringComparison.OrdinalIgnoreCase));
}
