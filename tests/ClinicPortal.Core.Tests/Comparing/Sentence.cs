using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Tests.Comparing;

/// <summary>What an assembled sentence must never look like.</summary>
internal static partial class Sentence
{
    public static void IsWhole(string sentence)
    {
        Assert.Matches(Shape(), sentence);
        Assert.DoesNotMatch(Slip(), sentence);
    }

    [GeneratedRegex(@"^[A-Z][^\n]*[a-z0-9)”]\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(
        @"  |\.\.| [,.;:]|\b1 (days|weeks|months|visits|hours)\b|\b(?<!\d\.)(0|[2-9]|\d\d+) (day|week|month|visit|hour)\b"
            + @"|(over|after|takes|last) none|\b0 (day|week|visit)|about about|up to up to|\b(\w+) \2\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Slip();
}
