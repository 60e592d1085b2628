using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;
using CsCheck;

namespace ClinicPortal.Core.Tests.Exchange;

public class ContentRoundTripTests
{
    [Fact]
    public void Whatever_is_written_is_read_as_it_was() => RandomCatalogue.Catalogue.Sample(
        content =>
        {
            var read = ContentFile.Read(new StringReader(TemporaryStore.Text(content)));
            Assert.Equal(JsonSerializer.Serialize(content, ContentJson.Options), JsonSerializer.Serialize(read, ContentJson.Options));
        },
        iter: Trials.Of(1000));

    [Fact]
    public async Task Whatever_is_imported_is_exported_as_it_was_and_again_from_the_next_store() =>
        await RandomCatalogue.Catalogue.SampleAsync(
            async content =>
            {
                using var store = await TemporaryStore.HoldingAsync(content);
                var export = await store.ExportTextAsync();
                using var next = await TemporaryStore.HoldingAsync(ContentFile.Read(new StringReader(export)));

                Assert.Equal(TemporaryStore.Text(content), export);
                Assert.Equal(export, await next.ExportTextAsync());
                Assert.Empty(await next.ImportAsync(content));
            },
            iter: Trials.Of(15), threads: 1);

    [Fact]
    public async Task Whatever_a_store_holds_an_import_makes_it_say_what_the_file_says()
    {
        using var store = await TemporaryStore.OpenAsync();

        await RandomCatalogue.Catalogue.SampleAsync(
            async content =>
            {
                await store.ImportAsync(content);

                var says = await store.ExportAsync();
                Assert.Equal(TemporaryStore.Text(content), TemporaryStore.Text(says with
                {
                    Criteria = [.. says.Criteria.Where(criterion => !criterion.Archived)],
                    Concerns = [.. says.Concerns.Where(concern => !concern.Archived)],
                    Conditions = [.. says.Conditions.Where(condition => !condition.Archived)],
                    Treatments = [.. says.Treatments.Where(treatment => !treatment.Archived)],
                    Sources = [.. says.Sources.Where(source => !source.Archived)],
                }));
                Assert.Empty(await store.ImportAsync(content));
            },
            iter: Trials.Of(25), threads: 1);
    }
}
