using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class GlossaryModel(Edition edition) : PageModel, IPatientPage
{
    public IReadOnlyList<GlossaryTermEntry> Terms { get; } =
        [.. edition.Content.Glossary.OrderBy(term => term.Term.ToString(), StringComparer.OrdinalIgnoreCase)];

    public SourceNotes Notes { get; } = new(edition);

    public PageMeta Meta { get; } = new()
    {
        Title = "Glossary",
        Description = "Medical words and the portal's own words, explained plainly.",
        Path = "/glossary",
        Crumbs = [new("Glossary", "/glossary")],
    };
}
