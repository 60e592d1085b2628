using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Deciding;

/// <summary>Something that may be true of a reader and that a treatment's text may speak of.</summary>
/// <param name="Key">Stands in the page and in the style sheet.</param>
/// <param name="Name">As the reader ticks it: "A recent tan".</param>
/// <param name="Words">A pattern of whole words by which a text speaks of it.</param>
/// <param name="MeetsRisk">
/// The text on serious risks is read too: a flare of cold sores concerns those who have them. An infection that a treatment may cause does
/// not concern those who have one now.
/// </param>
public sealed record ReadersCondition(string Key, string Name, string Words, bool MeetsRisk = false)
{
    private readonly Regex _words = new($@"\b(?:{Words})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static IReadOnlyList<ReadersCondition> All { get; } =
    [
        new("pregnancy", "Pregnancy", "pregnan(?:t|cy)"),
        new("breastfeeding", "Breastfeeding", "breast-?feeding"),
        new("allergy", "An allergy", "allerg(?:y|ies|ic)", MeetsRisk: true),
        new("infection", "An infection or open sores", "infections?|open sores?"),
        new("cold-sores", "Cold sores", "cold sores?", MeetsRisk: true),
        new("acne", "Active acne", "active acne"),
        new("tan", "A recent tan", "tan|tanned|suntan"),
        new("scars", "Raised or poor scars", "(?:raised|poor) scars?|keloids?", MeetsRisk: true),
        new("skin-colour", "Brown or black skin", "(?:brown|black)(?: (?:and|or) (?:brown|black))? skin", MeetsRisk: true),
        new("blood-thinners", "Blood thinners", "blood thinners?"),
        new("bleeding", "A blood or bleeding problem", "bleeding problems?|blood or platelet problems?"),
        new("isotretinoin", "Isotretinoin, now or lately", "isotretinoin"),
        new("medicines", "Other medicines", "medicines?"),
        new("immune", "An immune problem", "immune"),
        new("cancer", "Cancer, now or in the past", "cancer"),
        new("illness", "A serious long-term illness", "long-term illness(?:es)?|(?:heart|lung|kidney|liver) disease|some illnesses"),
        new("blood-pressure", "High blood pressure", "high blood pressure"),
        new("veins", "Vein inflammation", "vein inflammation"),
        new("nerve-muscle", "A nerve-muscle illness", "nerve-muscle illness(?:es)?|myasthenia gravis"),
        new("unwell", "Feeling unwell", "unwell"),
        new(
            "changing-hair-loss", "Patchy or fast hair loss", "patchy hair loss|alopecia areata|hair loss that is changing fast",
            MeetsRisk: true),
    ];

    /// <summary>What stands in a cell that speaks of it, once the reader has ticked it.</summary>
    public string Note => $"You ticked {RunningText.StartLowerCase(Name)}: this speaks of it.";

    public bool IsIn(string text) => _words.IsMatch(text);

    /// <summary>The text without the words by which it speaks of this.</summary>
    public string CutFrom(string text) => _words.Replace(text, "");
}
