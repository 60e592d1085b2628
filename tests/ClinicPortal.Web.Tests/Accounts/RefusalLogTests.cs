using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClinicPortal.Web.Tests.Accounts;

public sealed class RefusalLogTests : IAsyncLifetime
{
    private readonly Actor _actor = new();
    private TemporaryStore _store = null!;
    private RefusalLog _log = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await TemporaryStore.OpenAsync();
        _log = new(_store.Contexts, _actor, TimeProvider.System, NullLogger<RefusalLog>.Instance);
    }

    public ValueTask DisposeAsync()
    {
        _log.Dispose();
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_flood_from_one_place_is_one_record()
    {
        for (var request = 0; request < 34_000; request++)
            _log.Add("Wrong password.", "An address that nobody signs in with");

        await _log.WriteAsync();

        Assert.Equal(34_000, Assert.Single(await RecordsAsync()).Count);
    }

    [Fact]
    public async Task A_flood_from_everywhere_is_a_bounded_number_of_records_and_every_refusal_counts()
    {
        for (var request = 0; request < 34_000; request++)
        {
            _actor.Network = $"10.{request / 256}.{request % 256}.0/24";
            _log.Add("Wrong password.", "An address that nobody signs in with");
        }

        await _log.WriteAsync();

        var records = await RecordsAsync();
        Assert.Equal(RefusalLog.MostApart + 1, records.Count);
        Assert.Equal(34_000, records.Sum(record => record.Count));
        Assert.Equal(("Several", null), (records[^1].By, records[^1].Network));
    }

    [Fact]
    public async Task What_is_refused_after_it_was_written_is_another_record()
    {
        _log.Add("Wrong password.");
        await _log.WriteAsync();
        await _log.WriteAsync();
        _log.Add("Wrong password.");
        await _log.WriteAsync();

        Assert.Equal([1, 1], (await RecordsAsync()).Select(record => record.Count));
    }

    [Fact]
    public async Task What_the_store_could_not_take_is_written_later_and_counts_on()
    {
        await _store.RunAsync("CREATE TRIGGER Stop BEFORE INSERT ON AuditRecord BEGIN SELECT RAISE(ABORT, 'No.'); END");
        _log.Add("Wrong password.");
        await _log.WriteAsync();
        _log.Add("Wrong password.");
        Assert.Empty(await RecordsAsync());
        await _store.RunAsync("DROP TRIGGER Stop");

        await _log.WriteAsync();

        Assert.Equal(2, Assert.Single(await RecordsAsync()).Count);
    }

    [Fact]
    public async Task An_orderly_end_loses_none()
    {
        await _log.StartAsync(Cancel);
        _log.Add("Wrong password.");

        await _log.StopAsync(Cancel);

        Assert.Single(await RecordsAsync());
    }

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1234:5678:9abc:def0:1234:5678", "2001:db8:1234::/48")]
    public void No_whole_address_is_kept(string address, string network) =>
        Assert.Equal(network, RateLimits.NetworkOf(IPAddress.Parse(address)));

    private async Task<List<AuditRecord>> RecordsAsync()
    {
        await using var db = _store.Context();
        return await db.AuditRecords.AsNoTracking().OrderBy(record => record.Id).ToListAsync(Cancel);
    }

    private sealed class Actor : IActor
    {
        public string? Name => null;

        public int? Id => null;

        public string? Network { get; set; }
    }
}
