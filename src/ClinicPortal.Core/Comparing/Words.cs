using System.Globalization;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>Small grammar of assembled sentences.</summary>
public static class Words
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> words, string last = "and")
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} {last} {all[^1]}";
    }

    /// <summary>For column heads and lists: "PRP".</summary>
    public static string ShortNameOf(TreatmentEntry treatment) => (treatment.ShortName ?? treatment.Name).ToString();

    /// <summary>"no treatments", "1 treatment", "2 treatments".</summary>
    public static string Count(int count, string noun) => count switch
    {
        0 => $"no {noun}s",
        1 => $"1 {noun}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}s"),
    };

    /// <summary>A name in the middle of a sentence: "Hair loss" becomes "hair loss", "PRP" stays.</summary>
    public static string InText(LocalText name) => InText(name.ToString());

    public static string InText(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
