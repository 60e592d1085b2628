using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class SourcesModel(Edition edition) : PageModel, IPatientPage
{
    public IReadOnlyList<SourceEntry> Sources { get; } = [.. edition.Content.Sources.Where(source => !source.Archived)];

    public int Checked => Sources.Count(source => source.State == SourceState.Checked);

    public PageMeta Meta { get; } = new()
    {
        Title = "Sources",
        Description = "Every reference this portal rests on, with its state: checked, or to be confirmed.",
        Path = "/sources",
        Crumbs = [new("Sources", "/sources")],
    };
}
