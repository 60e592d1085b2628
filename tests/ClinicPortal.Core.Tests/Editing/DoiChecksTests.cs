using ClinicPortal.Core.Editing;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

public sealed class DoiChecksTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_doi_in_use_is_asked_about_once_and_the_answer_is_remembered_until_it_changes()
    {
        using var store = await TemporaryStore.HoldingAsync(With(("one", "10.1000/one"), ("again", "10.1000/one"), ("two", "10.1000/two")));
        var asked = new List<string>();
        var clock = new MovingClock();

        var first = await new DoiChecks(store.Contexts, new Answers(asked, doi => doi == "10.1000/one"), clock).AskAsync(Cancel);
        Assert.Equal((1, 0), (first.Known, first.Left));
        Assert.Equal(["10.1000/two"], first.Unknown);
        Assert.Equal(["10.1000/one", "10.1000/two"], asked.Order());
        Assert.Equal([("10.1000/one", true), ("10.1000/two", false)], await RememberedAsync(store));

        clock.Now = clock.Now.AddDays(1);
        await new DoiChecks(store.Contexts, new Answers(asked, _ => true), clock).AskAsync(Cancel);
        Assert.Equal([("10.1000/one", true), ("10.1000/two", true)], await RememberedAsync(store));
        await using var db = store.Context();
        Assert.All(await db.DoiChecks.ToListAsync(Cancel), check => Assert.Equal(TemporaryStore.Now.AddDays(1), check.At));
    }

    [Fact]
    public async Task Whoever_does_not_answer_is_not_asked_on_and_nothing_is_said_of_the_rest()
    {
        using var store = await TemporaryStore.HoldingAsync(
            With([.. Enumerable.Range(10, 30).Select(number => ($"s{number}", $"10.1000/{number}"))]));
        var asked = new List<string>();

        var report = await new DoiChecks(store.Contexts, new Answers(asked, _ => null), TimeProvider.System).AskAsync(Cancel);

        Assert.Equal((0, 30), (report.Known, report.Left));
        Assert.Empty(report.Unknown);
        Assert.InRange(asked.Count, 1, 10);
        Assert.Empty(await RememberedAsync(store));
    }

    private static Core.Catalogue.ClinicContent With(params (string Key, string Doi)[] sources) => Content with
    {
        Sources =
        [
            .. Content.Sources.Select(source => source with { Doi = null }),
            .. sources.Select(source => Content.Sources[0] with { Key = source.Key, Doi = source.Doi, Pmid = null, Url = null }),
        ],
    };

    private static async Task<IReadOnlyList<(string, bool)>> RememberedAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        return [.. (await db.DoiChecks.OrderBy(check => check.Doi).ToListAsync(Cancel)).Select(check => (check.Doi, check.IsKnown))];
    }

    private sealed class Answers(List<string> asked, Func<string, bool?> answer) : IDoiSystem
    {
        public Task<bool?> KnowsAsync(string doi, CancellationToken cancel)
        {
            asked.Add(doi);
            return Task.FromResult(answer(doi));
        }
    }
}
