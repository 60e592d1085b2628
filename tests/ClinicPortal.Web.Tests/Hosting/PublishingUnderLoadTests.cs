using System.Net;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>Readers read while editions are published, and each page they get is of one edition.</summary>
public sealed partial class PublishingUnderLoadTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly int Editions = Trials.IsFull ? 8 : 4;

    private static readonly string[] Pages =
        ["/", "/treatments/prp", "/treatments", "/compare/mesotherapy-vs-prp", "/compare/mesotherapy-vs-prp/sheet", "/search?q=prp"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_fails_and_none_is_of_two_editions()
    {
        await PublishAsync(0);
        using var published = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var readers = Pages.Select(page => Task.Run(() => ReadAsync(page, published.Token), Cancel)).ToList();

        for (var number = 1; number <= Editions; number++)
            await PublishAsync(number);

        await published.CancelAsync();
        var seen = await Task.WhenAll(readers);
        Assert.All(seen, numbers => Assert.Equal(numbers.Order(), numbers));
        Assert.All(seen, numbers => Assert.Equal(Editions, numbers[^1]));
        Assert.Contains(seen, numbers => numbers.Distinct().Count() > 2);
    }

    /// <summary>The numbers of the editions that a page was of, until the last is published and once more.</summary>
    private async Task<List<int>> ReadAsync(string page, CancellationToken published)
    {
        var numbers = new List<int>();
        bool again;
        do
        {
            again = !published.IsCancellationRequested;
            var answer = await portal.Get(page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var marks = Mark().Matches(await answer.Content.ReadAsStringAsync(Cancel)).Select(mark => mark.Groups["number"].Value);
            numbers.Add(int.Parse(Assert.Single(marks.Distinct()), null));
        }
        while (again);
        return numbers;
    }

    // On each page stand the clinic's telephone and, on most, what a treatment is in short: in store they are far apart.
    private async Task PublishAsync(int number)
    {
        var mark = LocalText.English($"Mark {number}.");
        var content = SampleClinic.Content with
        {
            Clinic = SampleClinic.Content.Clinic with { Telephone = $"Mark {number}." },
            Treatments = [.. SampleClinic.Content.Treatments.Select(treatment => treatment with { Summary = mark })],
        };
        await portal.Services.GetRequiredService<ContentImporter>().ImportAsync(content, cancel: Cancel);
        var publisher = portal.Services.GetRequiredService<Publisher>();
        var outcome = Assert.IsType<PublishOutcome.Published>(
            await publisher.PublishAsync("Example Editor", null, DateTimeOffset.UtcNow, Cancel));
        await portal.Services.GetRequiredService<CurrentEdition>().CatchUpAsync(publisher, outcome.Number, Cancel);
    }

    [GeneratedRegex(@"Mark (?<number>\d+)\.")]
    private static partial Regex Mark();
}
