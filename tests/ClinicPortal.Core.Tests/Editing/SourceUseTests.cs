using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Editing;

public sealed class SourceUseTests
{
    [Fact]
    public async Task Everything_that_rests_on_a_source_is_named()
    {
        using var store = await TemporaryStore.HoldingAsync(SmallClinic.Content);
        await using var db = store.Context();
        var content = SmallClinic.Content;

        foreach (var source in content.Sources)
        {
            var cited = await db.UsesAsync(CatalogueKinds.Source, source.Key, TestContext.Current.CancellationToken);

            string[] expected =
            [
                .. content.Treatments.SelectMany(treatment =>
                    treatment.Answers.Where(answer => answer.Sources.Contains(source.Key))
                        .Select(answer => $"treatments/{treatment.Slug}/answers/{answer.Criterion}")),
                .. content.Treatments.SelectMany(treatment =>
                    treatment.Concerns.Where(evidence => evidence.Sources.Contains(source.Key))
                        .Select(evidence => $"treatments/{treatment.Slug}/concerns/{evidence.Concern}")),
                .. content.Numbers.Where(number => number.Sources.Contains(source.Key)).Select(number => $"numbers/{number.Key}"),
                .. content.Contrasts.Where(contrast =>
                    contrast.ClinicsSaySources.Contains(source.Key)
                        || contrast.Passages.Any(passage =>
                            passage.Sources.Contains(source.Key))).Select(contrast => $"contrasts/{string.Join("-vs-", contrast.Between)}"),
                .. content.Concerns.Where(concern => concern.Sources.Contains(source.Key)).Select(concern => $"concerns/{concern.Slug}"),
                .. content.Glossary.Where(term => term.Sources.Contains(source.Key)).Select(term => $"glossary/{term.Slug}"),
            ];
            Assert.Equal(expected.Order(), cited.Order());
            var id = db.Sources.Single(row => row.Slug == source.Key).Id;
            Assert.Equal(expected.Length, (await db.CitationsAsync(TestContext.Current.CancellationToken)).GetValueOrDefault(id));
        }
    }
}
