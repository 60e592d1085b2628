using System.Globalization;
using ClinicPortal.Core.Checks;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What part of the matrix is in view: its one address, and the way back to it from the page of an answer.</summary>
/// <param name="Group">The slug of a group of criteria; none is the first.</param>
/// <param name="State">Only treatments with an answer in that state; none is all of them.</param>
/// <param name="Page">Of the treatments, from 1.</param>
public sealed record MatrixAddress(string? Group, CellState? State = null, int Page = 1)
{
    public string Query => string.Join('&', new[]
    {
        Group is null ? null : $"group={Uri.EscapeDataString(Group)}",
        State is { } state ? $"state={SlugOf(state)}" : null,
        Page > 1 ? string.Create(CultureInfo.InvariantCulture, $"page={Page}") : null,
    }.OfType<string>());

    public string Path => Query is { Length: > 0 } query ? $"{StaffMap.Matrix.Path}?{query}" : StaffMap.Matrix.Path;

    /// <summary>Where an answer stands in it.</summary>
    public string At(string treatment, string criterion) => $"{Path}#{IdOf(treatment, criterion)}";

    public static string IdOf(string treatment, string criterion) => $"cell-{treatment}-{criterion}";

    /// <summary>"to-be-confirmed".</summary>
    public static string SlugOf(CellState state) => CellStates.NameOf(state).Replace(' ', '-');

    public static CellState? StateOf(string? slug) =>
        CellStates.All.Select(state => (CellState?)state).FirstOrDefault(state => SlugOf(state!.Value) == slug);

    /// <summary>Reads a query as <see cref="Query"/> writes it; what cannot be read is left out.</summary>
    public static MatrixAddress Parse(string query)
    {
        var read = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        return new(
            read.TryGetValue("group", out var group) && group is [{ Length: > 0 } slug] ? slug : null,
            read.TryGetValue("state", out var state) ? StateOf(state) : null,
            read.TryGetValue("page", out var page) && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > 0 ? number : 1);
    }
}
