using System.Net;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>What staff say in a row of every kind of the register, on its way to the page on which a patient reads it.</summary>
public sealed class SeenByPatientsTests(SeenByPatientsTests.Portal portal) : IClassFixture<SeenByPatientsTests.Portal>
{
    /// <summary>A row of the small clinic, a field of its form, and the page on which patients read what it says.</summary>
    private static readonly Dictionary<CatalogueKind, (string Row, string Field, string Page)> Seen = new()
    {
        [CatalogueKinds.Source] = ("first", "Form.Reference", "/sources"),
        [CatalogueKinds.Clinician] = ("example-clinician", "Form.Fields[name]", "/compare/rolling-vs-soaking"),
        [CatalogueKinds.Group] = ("basics", "Form.Fields[name]", "/treatments/rolling"),
        [CatalogueKinds.Criterion] = ("what", "Form.Term", "/treatments/rolling"),
        [CatalogueKinds.Concern] = ("dullness", "Form.Summary", "/concerns/dullness"),
        [CatalogueKinds.Condition] = ("dizziness", "Form.Fields[name]", "/compare/rolling-vs-soaking"),
        [CatalogueKinds.Treatment] = ("rolling", "Form.Summary", "/treatments/rolling"),
        [CatalogueKinds.Contrast] = ("rolling-vs-soaking", "Form.Passages[0].Heading", "/compare/rolling-vs-soaking"),
        [CatalogueKinds.Number] = ("n1", "Form.Outcome", "/treatments/rolling"),
        [CatalogueKinds.Question] = ("q1", "Form.Fields[text]", "/compare/rolling-vs-soaking"),
        [CatalogueKinds.Term] = ("roller", "Form.Fields[definition]", "/glossary"),
    };

    public static TheoryData<string> Kinds => [.. CatalogueKinds.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_changed_is_read_by_a_patient_once_it_is_published_and_not_before(string name)
    {
        var kind = CatalogueKinds.All.Single(one => one.Name == name);
        Assert.True(
            Seen.TryGetValue(kind, out var seen),
            $"Add the page on which patients read a {kind.Label}. If they never do, let this test say so by its name, and why.");
        var words = $"Words of a {name}";

        var saved = await portal.Ada.SendAsync(
            StaffMap.Address(kind.PathOf(seen.Row)), new() { [seen.Field] = words }, "form[data-row] button");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.DoesNotContain(words, await ReadAsync(seen.Page), StringComparison.Ordinal);
        await portal.PublishAsync();
        Assert.Contains(words, await ReadAsync(seen.Page), StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string address) => (await portal.Factory.GetPage(address)).Body!.TextContent;

    public sealed class Portal : IAsyncLifetime
    {
        public PortalFactory Factory { get; } = new() { Settings = { ["Portal:SampleContent"] = "false" } };

        public StaffBrowser Ada { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Ada = await StaffBrowser.SignedInAsync(Factory, "Ada Admin", StaffRole.Administrator);
            Assert.IsType<ImportOutcome.Imported>(
                await Factory.Services.GetRequiredService<ContentImporter>().ImportAsync(SmallClinic.Content, false));
            await PublishAsync();
        }

        /// <summary>Also where there is something to look at first.</summary>
        public async Task PublishAsync()
        {
            var page = await Ada.PageAsync(StaffMap.Publish.Path);
            var answer = await Ada.PostAsync(
                StaffMap.Publish.Path,
                [
                    .. StaffBrowser.FieldsOf(page, "#publish button").Fields.Where(field => field.Key != "Reason"),
                    new("Reason", PublishingInTests.Reason),
                ]);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        public ValueTask DisposeAsync() => Factory.DisposeAsync();
    }
}
