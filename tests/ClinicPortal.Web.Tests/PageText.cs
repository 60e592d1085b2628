using AngleSharp.Dom;

namespace ClinicPortal.Web.Tests;

public static class PageText
{
    /// <summary>What a reader reads: with one space wherever the source has some.</summary>
    public static string Words(this INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
