using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Catalogue;

/// <summary>
/// Every kind of the register answers all that is asked of it, in the same way: of each, the small clinic holds at least one.
/// </summary>
public sealed class CatalogueKindTests
{
    private static readonly Signature Nurse = new("Nora Nurse", TemporaryStore.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>By name, because a runner tells cases apart by what they say.</summary>
    public static TheoryData<string> Kinds => [.. CatalogueKinds.All.Select(kind => kind.Name)];

    public static TheoryData<string> Parts => [.. CatalogueKinds.Parts.Select(part => part.List)];

    [Fact]
    public void Every_list_of_the_content_is_a_kind_of_the_register()
    {
        var lists = ContentJson.Options.GetTypeInfo(typeof(ClinicContent)).Properties
            .Where(field => field.PropertyType.IsGenericType)
            .Select(field => (field.Name, field.PropertyType.GenericTypeArguments[0]));

        Assert.Equal(lists.Order(), CatalogueKinds.All.Select(kind => (kind.List, kind.EntryType)).Order());
        Assert.Equal(CatalogueKinds.All.Count, CatalogueKinds.All.Select(kind => kind.Name).Distinct().Count());
        Assert.Equal(CatalogueKinds.All.Count, CatalogueKinds.All.Select(kind => kind.Label).Distinct().Count());
    }

    [Fact]
    public void Every_row_that_has_versions_is_a_kind_or_a_part_of_one_or_the_clinic()
    {
        var rows = typeof(WorkingRow).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(WorkingRow)) && !type.IsAbstract);

        Assert.Equal(
            rows.Select(row => row.Name).Order(),
            CatalogueKinds.All.Select(kind => kind.RowType)
                .Concat(CatalogueKinds.Parts.Select(part => part.RowType))
                .Append(typeof(ClinicProfile))
                .Select(row => row.Name).Order());
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_finds_in_place_what_it_refers_to(string name)
    {
        var kind = Kind(name);

        var named = EntryField.KindsNamedBy(kind.EntryType).Except([kind]);

        Assert.Empty(named.Except(CatalogueKinds.All.TakeWhile(earlier => earlier != kind)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_knows_its_entries_and_what_they_go_by(string name)
    {
        var kind = Kind(name);
        var entries = kind.EntriesIn(Content);
        var others = (JsonObject)JsonSerializer.SerializeToNode(Content, ContentJson.Options)!;
        others.Remove(kind.List);

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.NotEqual("", kind.HandleOf(entry)));
        if (kind.HandleField is { } field)
            Assert.All(entries, entry => Assert.Equal(kind.HandleOf(entry), (string?)Json(entry)[field]));
        Assert.Equal(entries, kind.EntriesIn(kind.With(Edition.Empty.Content, entries)));
        Assert.True(JsonNode.DeepEquals(others, JsonSerializer.SerializeToNode(kind.With(Content, []), ContentJson.Options)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_answers_what_its_entries_can_say(string name) => Kind(name).Accept(new Answers());

    [Theory, MemberData(nameof(Kinds))]
    public void What_is_wrong_with_an_entry_is_put_right_in_its_row(string name)
    {
        var kind = Kind(name);
        var entries = kind.EntriesIn(Content);

        Assert.Equal(
            kind.PathOf(kind.HandleOf(entries[^1])), new ContentProblem($"{kind.List}[{entries.Count - 1}].somewhere", "").RowIn(Content));
    }

    [Theory, MemberData(nameof(Parts))]
    public void What_is_wrong_with_a_part_is_put_right_in_its_row(string list)
    {
        var part = CatalogueKinds.Parts.Single(one => one.List == list);
        var owner = part.Owner.EntriesIn(Content)[1];
        var about = part.HandleOf(part.EntriesIn(owner)[1]);

        Assert.Equal(
            $"{part.Owner.List}/{part.Owner.HandleOf(owner)}/{list}/{about}",
            new ContentProblem($"{part.Owner.List}[1].{list}[1].somewhere", "").RowIn(Content));
    }

    [Fact]
    public async Task Every_row_of_the_history_stands_at_a_path_of_the_register()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using var db = store.Context();

        var paths = await db.Changes.Select(change => change.Path).Distinct().ToListAsync(Cancel);

        Assert.Equal(["clinic"], paths.Where(path => RowPath.Parse(path)?.ToString() != path));
        Assert.Empty(CatalogueKinds.All.Except(paths.Select(RowPath.Parse).Select(path => path?.Kind)));
        Assert.Empty(CatalogueKinds.Parts.Except(paths.Select(RowPath.Parse).Select(path => path?.Part)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_entry_of_any_kind_is_stored_exported_and_changed_by_a_file_and_its_history_brings_it_back(string name)
    {
        var kind = Kind(name);
        using var store = await TemporaryStore.HoldingAsync(Content);
        var changed = kind.With(Content, kind.EntriesIn(Content).Select(entry => Reworded(kind, entry)));

        var changes = await store.ImportAsync(changed);

        Assert.Equal(kind.EntriesIn(Content).Count, changes.Count);
        Assert.All(changes, change => Assert.Equal(("Change", name), (change.Action.ToString(), change.Kind)));
        Assert.Equal(TemporaryStore.Text(changed), await store.ExportTextAsync());
        await using var db = store.Context();
        foreach (var first in await db.Changes.Where(change => change.Path.StartsWith(kind.List + "/") && change.Version == 1)
            .ToListAsync(Cancel))
            await store.Editor.RestoreAsync(first, Nurse, Cancel);
        Assert.Equal(TemporaryStore.Text(Content), await store.ExportTextAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_entry_of_any_kind_that_a_file_leaves_out_is_put_away_and_comes_back_with_its_words(string name)
    {
        var kind = Kind(name);
        var added = kind.Accept(new Another());
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.ImportAsync(added);

        var left = await store.ImportAsync(Content);
        var back = await store.ImportAsync(added);

        Assert.Equal(("Archive", name), (Assert.Single(left).Action.ToString(), left[0].Kind));
        Assert.Equal(("Restore", name), (Assert.Single(back).Action.ToString(), back[0].Kind));
        Assert.Equal(TemporaryStore.Text(added), await store.ExportTextAsync());
    }

    [Fact]
    public void An_edition_holds_every_kind() =>
        Assert.Equal(TemporaryStore.Text(Content), TemporaryStore.Text(EntryFormat.Read(EntryFormat.Write(Content))));

    private static CatalogueKind Kind(string name) => CatalogueKinds.All.Single(kind => kind.Name == name);

    private static JsonObject Json(object entry) => JsonSerializer.SerializeToNode(entry, entry.GetType(), ContentJson.Options)!.AsObject();

    /// <summary>With other words in the first field that holds words.</summary>
    private static object Reworded(CatalogueKind kind, object entry)
    {
        var json = Json(entry);
        var texts = json.Select(field => field.Value).OfType<JsonObject>().FirstOrDefault(text => text.ContainsKey(LocalText.MainCulture));
        if (texts is not null)
            texts[LocalText.MainCulture] += " again";
        else
            json["reference"] += " again";
        return json.Deserialize(kind.EntryType, ContentJson.Options)!;
    }

    /// <summary>What the fields of an entry say must be what its kind answers.</summary>
    private sealed class Answers : ICatalogueKindVisitor<bool>
    {
        public bool Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            var fields = ContentJson.Options.GetTypeInfo(typeof(TEntry)).Properties.Select(field => field.Name).ToList();
            var entry = kind.Entries(Content)[0];
            var handle = kind.Handle(entry);
            var catalogue = new WorkingCatalogue();

            Assert.Equal(handle, kind.Handle(kind.Blank(handle)));
            Assert.Equal(handle, kind.Handle(kind.Keep(entry, kind.Blank("someone-vs-else"), catalogue)));
            Assert.Equal(fields.Contains("former-slugs"), kind.WentBy is not null);
            Assert.Equal(fields.Contains("former-slugs"), kind.Entries(Content).Any(one => kind.FormerHandles(one).Count > 0));
            Assert.Equal(fields.Contains("archived"), kind.Retire is not null);
            if (kind.Retire is { } retire)
                Assert.True((bool?)Json(retire(entry, []))["archived"]);
            Assert.Equal(
                Citations(kind).Any(path => !kind.Parts.Any(part => path.Contains($".{part.List}[", StringComparison.Ordinal))),
                kind.Cited is not null);
            return true;
        }
    }

    /// <summary>Where entries of a kind cite.</summary>
    private static IEnumerable<string> Citations(CatalogueKind kind) =>
        from text in ContentWalk.Of(Content)
        where text.Field.RefersTo == CatalogueKinds.Source && text.Path.StartsWith(kind.List + "[", StringComparison.Ordinal)
        select text.Path;

    /// <summary>The small clinic with one more of a kind, to which nothing refers.</summary>
    private sealed class Another : ICatalogueKindVisitor<ClinicContent>
    {
        public ClinicContent Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            var model = kind.Entries(Content).First(entry => Json(entry)["archived"] is null && kind.FormerHandles(entry).Count == 0);
            var json = Json(model);
            if (kind.HandleField is { } field)
                json[field] = "another";
            else
                json["between"] = new JsonArray("nothing", "rolling");
            json.Remove("baseline");
            // A role belongs to one criterion; a clinician needs one.
            if (typeof(TEntry) == typeof(CriterionEntry))
                json.Remove("role");
            return kind.WithEntries(Content, [.. kind.Entries(Content), json.Deserialize<TEntry>(ContentJson.Options)!]);
        }
    }
}
