using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Editing;

public sealed class CatalogueRowsTests
{
    [Fact]
    public async Task What_uses_a_thing_is_every_row_whose_entry_names_it()
    {
        using var store = await TemporaryStore.HoldingAsync(SmallClinic.Content);
        await using var db = store.Context();
        var content = (await db.ReadCatalogueAsync(TestContext.Current.CancellationToken)).ToContent();
        var named = ContentWalk.Of(content).Where(text => text.Field.RefersTo is not null)
            .ToLookup(text => text.Field.RefersTo!.PathOf((string)text.Text), text => ContentProblem.RowAt(text.Path, content)!);
        db.ChangeTracker.Clear();

        foreach (var kind in CatalogueKinds.All)
            foreach (var handle in kind.EntriesIn(content).Select(kind.HandleOf))
                Assert.Equal(
                    named[kind.PathOf(handle)].Distinct().Order(StringComparer.Ordinal),
                    (await db.UsesAsync(kind, handle, TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal));

        // A kind that some entry can name is named in this clinic, or nothing would have been compared.
        Assert.All(
            CatalogueKinds.All.SelectMany(kind => EntryField.KindsNamedBy(kind.EntryType)).Distinct(),
            kind => Assert.Contains(kind.EntriesIn(content), entry => named.Contains(kind.PathOf(kind.HandleOf(entry)))));
    }
}
