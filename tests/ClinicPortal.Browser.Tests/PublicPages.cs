using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

internal static class PublicPages
{
    public const string Comparison = "/compare/mesotherapy-vs-prp";

    /// <summary>With a concern in view.</summary>
    public const string Scoped = $"{Comparison}?concern=hair-loss";

    /// <summary>Opens all that is folded.</summary>
    public static Task UnfoldAsync(IPage page) =>
        page.EvaluateAsync("() => { for (const one of document.querySelectorAll('main details')) one.open = true; }");

    /// <summary>Opens the innermost part around a place, and whatever that stands in.</summary>
    public static Task UnfoldAsync(IPage page, string place) => page.Locator(place).First.EvaluateAsync(
        "place => { for (let part = place.closest('details'); part; part = part.parentElement.closest('details')) part.open = true; }");

    /// <summary>One of every kind, in each of its states.</summary>
    public static TheoryData<string> All =>
    [
        "/", "/treatments", "/treatments?concern=hair-loss", "/treatments/prp", "/treatments/no-treatment", "/treatments/mezoterapi",
        "/concerns", "/concerns/hair-loss", "/concerns/wound-healing", "/compare", "/compare?a=prp&b=prp", Comparison, Scoped,
        $"{Comparison}?without=no-treatment", $"{Comparison}?rows=onset,pain", $"{Comparison}?weeks=40", $"{Comparison}?weeks=abc",
        $"{Comparison}/sheet", $"{Comparison}/standard", $"{Comparison}?edition=9",
        "/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling/sheet",
        "/compare/carboxytherapy-vs-mesotherapy-vs-prp",
        "/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling", "/compare/prp-vs-no-treatment", "/compare/prp",
        "/glossary", "/sources", "/search", "/search?q=mezoterapi", "/search?q=xqzvwkjh", "/search?q=wedding", "/plan", "/plan?weeks=0",
        "/about", "/about/decision-aid-standard",
        "/about/market-rules", "/contact", "/accessibility", "/privacy", "/was-this-clear", $"{Comparison}#thanks-onset", "/no/such/page",
    ];
}
