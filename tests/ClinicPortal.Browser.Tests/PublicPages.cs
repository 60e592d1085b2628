namespace ClinicPortal.Browser.Tests;

internal static class PublicPages
{
    public const string Comparison = "/compare/mesotherapy-vs-prp";

    /// <summary>One of every kind, in each of its states.</summary>
    public static TheoryData<string> All =>
    [
        "/", "/treatments", "/treatments?concern=hair-loss", "/treatments/prp", "/treatments/no-treatment", "/treatments/mezoterapi",
        "/concerns", "/concerns/hair-loss", "/concerns/wound-healing", "/compare", "/compare?a=prp&b=prp", Comparison,
        $"{Comparison}?without=no-treatment", $"{Comparison}?rows=onset,pain", $"{Comparison}?weeks=40", $"{Comparison}?weeks=abc",
        $"{Comparison}/sheet", $"{Comparison}?edition=9", "/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling/sheet",
        "/compare/carboxytherapy-vs-mesotherapy-vs-prp",
        "/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling", "/compare/prp-vs-no-treatment", "/compare/prp",
        "/glossary", "/sources", "/search", "/search?q=mezoterapi", "/search?q=xqzvwkjh", "/search?q=wedding", "/plan", "/plan?weeks=0",
        "/about", "/about/decision-aid-standard",
        "/about/market-rules", "/contact", "/accessibility", "/privacy", "/was-this-clear", $"{Comparison}#thanks-onset", "/no/such/page",
    ];
}
