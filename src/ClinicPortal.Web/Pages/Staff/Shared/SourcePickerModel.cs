using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The registry's sources with a tick at those that are cited; the cited ones come first.</summary>
public sealed record SourcePickerModel(IReadOnlyList<SourcePickerModel.Choice> Choices)
{
    public sealed record Choice(string Key, string Reference, bool Cited);

    /// <summary>The name of the form's field.</summary>
    public string FormName { get; init; } = "Form.Sources";

    public int Cited => Choices.Count(choice => choice.Cited);

    public static async Task<SourcePickerModel> OfAsync(ClinicDbContext db, IReadOnlyCollection<string> cited, CancellationToken cancel)
    {
        var sources = await db.Sources.Where(source => !source.Archived || cited.Contains(source.Slug)).OrderBy(source => source.Position)
            .Select(source => new { source.Slug, source.Reference }).ToListAsync(cancel);
        return new([.. sources.Select(source => new Choice(source.Slug, source.Reference, cited.Contains(source.Slug)))
            .OrderByDescending(choice => choice.Cited)]);
    }

    /// <summary>Those of the keys that the registry holds.</summary>
    public static Task<List<string>> KnownAsync(ClinicDbContext db, IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        db.Sources.Where(source => keys.Contains(source.Slug)).Select(source => source.Slug).ToListAsync(cancel);
}
