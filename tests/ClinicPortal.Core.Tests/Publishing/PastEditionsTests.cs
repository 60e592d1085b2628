using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

public class PastEditionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edition_read_again_is_not_opened_again()
    {
        using var store = await With(editions: 2);
        using var past = new PastEditions(store.Publisher, new(KnownMarkets.None));

        var first = await past.OpenAsync(1, Cancel);

        Assert.Equal("Edition 1.", first?.FindAnswer("rolling", "what")?.Text?.ToString());
        Assert.Same(first, await past.OpenAsync(1, Cancel));
        Assert.NotSame(first, await past.OpenAsync(2, Cancel));
    }

    [Fact]
    public async Task Only_those_read_last_are_kept()
    {
        using var store = await With(PastEditions.MostKept + 1);
        using var past = new PastEditions(store.Publisher, new(KnownMarkets.None));
        var first = await past.OpenAsync(1, Cancel);
        var second = await past.OpenAsync(2, Cancel);
        for (var number = 3; number <= PastEditions.MostKept; number++)
            await past.OpenAsync(number, Cancel);

        Assert.Same(first, await past.OpenAsync(1, Cancel));
        await past.OpenAsync(PastEditions.MostKept + 1, Cancel);

        Assert.Same(first, await past.OpenAsync(1, Cancel));
        Assert.NotSame(second, await past.OpenAsync(2, Cancel));
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_the_one_edition()
    {
        using var store = await With(editions: 1);
        using var past = new PastEditions(store.Publisher, new(KnownMarkets.None));

        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => past.OpenAsync(1, Cancel)));

        Assert.Single(opened.Distinct());
    }

    [Fact]
    public async Task What_was_never_published_is_none()
    {
        using var store = await With(editions: 1);
        using var past = new PastEditions(store.Publisher, new(KnownMarkets.None));

        Assert.Null(await past.OpenAsync(2, Cancel));
        Assert.Null(await past.OpenAsync(0, Cancel));
    }

    private static async Task<TemporaryStore> With(int editions)
    {
        var store = await TemporaryStore.HoldingAsync(Content);
        for (var number = 1; number <= editions; number++)
        {
            await store.ImportAsync(WithAnswer("what", answer => answer with { Text = En($"Edition {number}.") }));
            await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel);
        }
        return store;
    }
}
