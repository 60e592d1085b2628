using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>
/// Every kind of the register, made, changed, duplicated, ordered, archived and restored by somebody whose browser runs no script.
/// </summary>
public sealed class StructureTests(StructureTests.Portal portal) : IClassFixture<StructureTests.Portal>
{
    /// <summary>The field of its form by which people tell a row of each kind from others; a pair is told by its two treatments.</summary>
    private static readonly Dictionary<CatalogueKind, string?> Named = new()
    {
        [CatalogueKinds.Source] = "Form.Reference",
        [CatalogueKinds.Clinician] = "Form.Fields[name]",
        [CatalogueKinds.Group] = "Form.Fields[name]",
        [CatalogueKinds.Criterion] = "Form.Term",
        [CatalogueKinds.Concern] = "Form.Name",
        [CatalogueKinds.Condition] = "Form.Fields[name]",
        [CatalogueKinds.Treatment] = "Form.Name",
        [CatalogueKinds.Contrast] = null,
        [CatalogueKinds.Number] = "Form.Outcome",
        [CatalogueKinds.Question] = "Form.Fields[text]",
        [CatalogueKinds.Term] = "Form.Fields[term]",
    };

    /// <summary>What a form does not hold: names in addresses, what hangs on a row, signatures; and each has a page of its own.</summary>
    private static readonly string[] Elsewhere =
        ["slug", "key", "between", "former-slugs", "answers", "concerns", "review", "archived", "replaced-by", "baseline"];

    private static int _made;

    /// <summary>By name, because a runner tells cases apart by what they say.</summary>
    public static TheoryData<string> Kinds => [.. CatalogueKinds.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_made_in_a_form_says_the_same_as_what_is_imported(string name)
    {
        var kind = Kind(name);
        foreach (var imported in kind.EntriesIn(SmallClinic.Content).Where(entry => Json(entry)["archived"] is null))
        {
            // As it is by now: another test may have changed it since.
            var model = await EntryAsync(kind, kind.HandleOf(imported));
            var handle = await MakeAsync(kind, kind.HandleOf(imported));

            Assert.Equal(Shown(kind, model), Shown(kind, await EntryAsync(kind, handle)));
            Assert.Equal(kind.EntriesIn(await ContentAsync())[^1], await EntryAsync(kind, handle), JsonComparer);
            if (kind is not ContrastKind)
                Assert.True(Slug.IsValid(handle));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_row_is_changed_and_that_stands_in_the_history(string name)
    {
        var kind = Kind(name);
        var handle = await MakeAsync(kind);
        var (before, field) = (Json(await EntryAsync(kind, handle)), Named[kind] ?? "Form.Passages[0].Heading");

        await SaveAsync(StaffMap.Address(kind.PathOf(handle)), field, "Other words");

        Assert.NotEqual(before.ToJsonString(), Json(await EntryAsync(kind, handle)).ToJsonString());
        Assert.Contains("Other words", await HistoryAsync(kind.PathOf(handle)), StringComparison.Ordinal);
        await SaveAsync(StaffMap.Address(kind.PathOf(handle)), field, $"Other words {++_made}");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_people_who_change_one_field_both_see_what_the_other_wrote(string name)
    {
        var kind = Kind(name);
        var address = StaffMap.Address(kind.PathOf(await MakeAsync(kind)));
        var field = Named[kind] ?? "Form.Passages[0].Heading";
        var (ada, nora) = (await portal.Nora.PageAsync(address), await portal.Nora.PageAsync(address));
        await portal.Nora.SendAsync(address, ada, new() { [field] = $"Hers {++_made}" }, "form[data-row] button");

        var met = await StaffBrowser.ReadAsync(
            await portal.Nora.SendAsync(address, nora, new() { [field] = $"His {_made}" }, "form[data-row] button"),
            HttpStatusCode.Conflict);

        Assert.Contains($"Hers {_made}", met.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"His {_made}", StaffForm.Value(met.QuerySelector("form[data-row]")!, field));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_row_is_duplicated_with_all_that_it_says(string name)
    {
        var kind = Kind(name);
        var handle = await MakeAsync(kind, kind == CatalogueKinds.Treatment ? "rolling" : null);

        var copied = await PressAsync(kind, "Copy", handle);

        if (!kind.CanBeCopied)
        {
            Assert.Equal(HttpStatusCode.BadRequest, copied.StatusCode);
            return;
        }
        var copy = copied.Headers.Location!.OriginalString.Split('/')[^1];
        Assert.NotEqual(handle, copy);
        Assert.EndsWith("(copy)", kind.TitleOf(await EntryAsync(kind, copy)).Split(':')[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await PressAsync(kind, "Copy", handle)).StatusCode);
        if (kind == CatalogueKinds.Treatment)
        {
            var again = (await PressAsync(kind, "Copy", "rolling")).Headers.Location!.OriginalString.Split('/')[^1];
            var content = await ContentAsync();
            Assert.Equal(
                content.Treatments.Single(one => one.Slug == "rolling").Answers,
                content.Treatments.Single(one => one.Slug == again).Answers,
                JsonComparer);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_row_moves_in_its_order_and_that_can_be_undone(string name)
    {
        var kind = Kind(name);
        await MakeAsync(kind);
        var handle = await MakeAsync(kind);
        var before = await OrderAsync(kind);
        var group = Json(await EntryAsync(kind, handle))["group"]?.ToString();
        var content = await ContentAsync();
        var above = before.TakeWhile(one => one != handle).Last(one =>
            Json(kind.EntriesIn(content).First(entry => kind.HandleOf(entry) == one)) is var entry
            && entry["archived"] is null && entry["group"]?.ToString() == group);

        var moved = await PressAsync(kind, "Up", handle);
        Assert.Equal(HttpStatusCode.OK, (await portal.Nora.GetAsync("/staff")).StatusCode);

        Assert.Equal($"/staff/lists/{kind.List}#row-{handle}", moved.Headers.Location!.OriginalString);
        var after = before.Select(one => one == handle ? above : one == above ? handle : one);
        Assert.Equal(after, await OrderAsync(kind));
        Assert.Contains(StaffKinds.Of(kind).Plural.ToLowerInvariant(), (await HistoryAsync(kind.List)).ToLowerInvariant());
        await portal.Nora.SendAsync($"/staff/history?place={kind.List}", [], "button[formaction*=TakeBack]");
        Assert.Equal(before, await OrderAsync(kind));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_row_is_archived_and_restored_with_its_words(string name)
    {
        var kind = Kind(name);
        var handle = await MakeAsync(kind);
        var before = TemporaryStore.Text(await ContentAsync());

        await portal.Nora.SendAsync(StaffMap.Archive(kind.List, handle), []);

        var list = await portal.Nora.PageAsync(StaffMap.ListOfKind(kind.List));
        Assert.NotNull(list.QuerySelector($"section [id='row-{handle}']"));
        Assert.DoesNotContain(
            kind.EntriesIn(await ContentAsync()), entry => kind.HandleOf(entry) == handle && Json(entry)["archived"] is null);

        await portal.Nora.SendAsync(StaffMap.Archive(kind.List, handle), []);
        Assert.Equal(before, TemporaryStore.Text(await ContentAsync()));
    }

    /// <summary>A line without a title would be a link that nobody can see.</summary>
    [Fact]
    public async Task A_name_of_signs_that_cannot_be_seen_is_none()
    {
        var refused = await portal.Nora.SendAsync("/staff/lists/clinicians/new", new() { ["Form.Fields[name]"] = "\u200B\u00AD" });

        Assert.Contains("is empty. Fill it in.", await ProblemAsync(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Up", "a\r\nb")]
    [InlineData("Move", "ü")]
    [InlineData("Copy", "gone")]
    public async Task A_button_of_what_is_no_longer_there_is_refused_in_a_sentence(string handler, string handle)
    {
        var token = StaffForm.Value((await portal.Nora.PageAsync("/staff/lists/groups")).Body!, "__RequestVerificationToken")!;

        var refused = await portal.Nora.PostAsync(
            StaffMap.Handler("/staff/lists/groups", handler),
            [new("__RequestVerificationToken", token), new("Handle", handle), new("Place", "1")]);

        Assert.Contains("no longer in this list", await ProblemAsync(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archiving_lists_what_uses_it_first()
    {
        var page = await portal.Nora.PageAsync(StaffMap.Archive("sources", "first"));

        var uses = page.QuerySelectorAll("main ul.plain a").Select(link => link.GetAttribute("href")).ToList();

        Assert.Contains("/staff/treatments/rolling/answers/what", uses);
        Assert.Contains("/staff/treatments/rolling/concerns/dullness", uses);
        Assert.Contains("/staff/numbers/n1", uses);
        Assert.Contains("/staff/concerns/dullness", uses);
        Assert.Contains("/staff/comparisons/rolling-vs-soaking", uses);
    }

    [Theory]
    [InlineData("Gençlik Aşısı", "genclik-asisi")]
    [InlineData("Rolling vs. soaking?", "rolling-soaking")]
    [InlineData("New", "new-2")]
    [InlineData("!!!", "treatment")]
    [InlineData("Turning", "turning-2")]
    public async Task A_new_treatment_is_named_first_and_its_address_follows(string name, string slug)
    {
        var made = await SaveAsync("/staff/treatments/new", "Form.Name", name, ("Form.Summary", "Something."));

        Assert.Equal($"/staff/treatments/{slug}", made);
        var doubled = await portal.Nora.SendAsync(
            "/staff/treatments/new", new() { ["Form.Name"] = name.ToUpperInvariant(), ["Form.Summary"] = "Else." });
        Assert.Contains(
            name.ToUpperInvariant(),
            (await StaffBrowser.ReadAsync(doubled, HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_treatment_can_begin_with_the_answers_of_another()
    {
        await SaveAsync("/staff/treatments/new", "Form.Name", "Tumbling", ("Form.Summary", "It tumbles."), ("Form.From", "rolling"));

        var treatments = (await ContentAsync()).Treatments;
        var (model, copy) = (treatments.Single(one => one.Slug == "rolling"), treatments.Single(one => one.Slug == "tumbling"));
        Assert.Equal(model.Answers, copy.Answers, JsonComparer);
        Assert.Equal(model.Concerns, copy.Concerns, JsonComparer);
        Assert.Equal("It tumbles.", copy.Summary.ToString());
    }

    [Fact]
    public async Task A_renamed_treatment_is_found_by_its_old_address_and_a_form_that_was_open_is_saved()
    {
        await SaveAsync("/staff/treatments/new", "Form.Name", "Swaying", ("Form.Summary", "It sways."));
        const string answer = "/staff/treatments/swaying/answers/what";
        await SaveAsync(answer, "Form.Text", "It sways.");
        var open = await portal.Nora.PageAsync(answer);
        var number = await SaveAsync(
            "/staff/numbers/new?treatment=swaying&criterion=what", "Form.Outcome", "swayed", ("Form.Group", "all"),
            ("Form.Counted", "people"), ("Form.NoRate", "Nobody counted."));
        await SaveAsync(number, "Form.Outcome", "swayed more");

        var renamed = await portal.Nora.SendAsync(StaffMap.Rename("treatments", "swaying"), new() { ["Slug"] = "Swinging about" });

        Assert.Equal("/staff/treatments/swinging-about", renamed.Headers.Location!.OriginalString);
        Assert.Equal(["swaying"], (await ContentAsync()).Treatments.Single(one => one.Slug == "swinging-about").FormerSlugs);
        var sent = await portal.Nora.SendAsync(answer, open, new() { ["Form.Text"] = "It swings." }, "form[data-row] button");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, sent.StatusCode);
        Assert.Equal("/staff/treatments/swinging-about/answers/what", sent.Headers.Location!.OriginalString);
        var fields = StaffBrowser.FieldsOf(open, "form[data-row] button").Fields;
        var saved = await portal.Nora.PostAsync(
            sent.Headers.Location.OriginalString, fields.Select(field => field.Key == "Form.Text" ? new(field.Key, "It swings.") : field));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        // An older version of the number names the treatment by its old name.
        var history = $"/staff/history?place={StaffMap.RowAt(number)}";
        var undone = await portal.Nora.SendAsync(history, [], "button[formaction*=TakeBack]");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        var place = (await ContentAsync()).Numbers.Single(one => one.Outcome.ToString() == "swayed").Places.Single();
        Assert.Equal("swinging-about", place.Treatment);
        Assert.Contains(
            "is or was used for another",
            (await StaffBrowser.ReadAsync(
                await portal.Nora.SendAsync(StaffMap.Rename("treatments", "soaking"), new() { ["Slug"] = "Swaying" }),
                HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restoring_what_names_something_archived_says_so()
    {
        var number = await SaveAsync(
            "/staff/numbers/new?treatment=rolling&criterion=pain", "Form.Outcome", "creaked", ("Form.Group", "all"),
            ("Form.Counted", "people"), ("Form.NoRate", "Nobody counted."));
        var criterion = await MakeAsync(CatalogueKinds.Criterion);
        await SaveAsync(number, "Form.Places[0].Criterion", criterion);
        await SaveAsync(number, "Form.Places[0].Criterion", "pain");
        await portal.Nora.SendAsync(StaffMap.Archive("criteria", criterion), []);

        var history = $"/staff/history?place={StaffMap.RowAt(number)}";
        await portal.Nora.SendAsync(history, [], "button[formaction*=TakeBack]");

        Assert.Contains(
            "refers to something archived", (await portal.Nora.PageAsync(history)).QuerySelector(".done")!.TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Doi", "https://doi.org/10.1000/EXAMPLE.1", "already has this DOI. Cite that source instead.")]
    [InlineData("Form.Pmid", "https://pubmed.ncbi.nlm.nih.gov/12345/", "already has this PubMed number. Cite that source")]
    [InlineData("Form.Doi", "not a doi", "\"not a doi\" is not a DOI.")]
    [InlineData("Form.Pmid", "about 12", "\"about 12\" is not a PubMed number.")]
    [InlineData("Form.Url", "javascript:alert(1)", "is not a web address.")]
    public async Task A_source_by_its_number_is_checked_and_a_double_is_named(string field, string typed, string reason)
    {
        var refused = await portal.Nora.SendAsync(
            "/staff/sources/new", new() { ["Form.Reference"] = "Example C. Another study.", [field] = typed });

        var page = await StaffBrowser.ReadAsync(refused, HttpStatusCode.BadRequest);
        Assert.Contains(reason, page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, StaffForm.Value(page.QuerySelector("form[data-row]")!, field));
        Assert.Equal(reason.Contains("already", StringComparison.Ordinal), page.QuerySelector(".field-problem") is null);
    }

    [Fact]
    public async Task A_source_is_kept_by_its_bare_numbers()
    {
        await SaveAsync(
            "/staff/sources/new", "Form.Reference", "Garg N. A study of wrists. 2024.", ("Form.Doi", "doi: 10.1000/wrist"),
            ("Form.Pmid", "PMID: 777"), ("Form.Year", "2024"));

        var source = (await ContentAsync()).Sources.Single(one => one.Key == "garg-n-2024");
        Assert.Equal(("10.1000/wrist", "777"), (source.Doi, source.Pmid));
    }

    [Fact]
    public async Task A_criterion_is_answered_in_another_way_after_a_dry_run_and_one_undo_brings_every_value_back()
    {
        const string address = "/staff/criteria/onset/kind";
        var before = TemporaryStore.Text(await ContentAsync());
        Assert.Contains(
            await RowsAsync("Prose"),
            row => row.Contains("2 to 4", StringComparison.Ordinal) && row.Contains("Text only", StringComparison.Ordinal));
        Assert.Contains(
            "Clear \"How a sentence says that this time is over\".",
            (await portal.Nora.PageAsync(address + "?to=Count")).QuerySelector("section[aria-labelledby=outcome]")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(before, TemporaryStore.Text(await ContentAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync("Prose")).StatusCode);
        var prose = await ContentAsync();
        Assert.Equal(ValueKind.Prose, prose.Criteria.Single(one => one.Slug == "onset").Kind);
        Assert.All(OnsetOf(prose), answer => Assert.Null(answer.Value));
        Assert.Equal(2, OnsetOf(prose).Count(answer => answer.Text is not null));

        // What an answer says by now is seen before anything is undone, and what it says later is not undone unseen.
        var undo = (await portal.Nora.PageAsync(address)).QuerySelector("#undo")!.GetAttribute("href")!;
        var back = await portal.Nora.PageAsync(undo);
        Assert.Contains(back.QuerySelectorAll("section tbody tr"), row => row.TextContent.Contains("2 to 4", StringComparison.Ordinal));
        Assert.Equal(TemporaryStore.Text(prose), TemporaryStore.Text(await ContentAsync()));
        await portal.Nora.SendAsync(address, back, [], "section form button");
        Assert.Equal(before, TemporaryStore.Text(await ContentAsync()));

        await ChangeAsync("Prose");
        var unseen = await portal.Nora.PageAsync(undo);
        await SaveAsync("/staff/treatments/rolling/answers/onset", "Form.Text", "In 3 to 5 weeks.");
        await SaveAsync("/staff/treatments/soaking/answers/onset", "Form.Brief", "Soon");
        Assert.Equal(
            HttpStatusCode.BadRequest, (await portal.Nora.SendAsync(address, unseen, [], "section form button")).StatusCode);
        var rows = await RowsAsync("Duration");
        Assert.Contains(rows, row => row.Contains("3 to 5 weeks", StringComparison.Ordinal) && !row.Contains("earlier value"));
        Assert.Contains(rows, row => row.Contains("Warm", StringComparison.Ordinal) && row.Contains("earlier value"));
        await ChangeAsync("Duration");
        var value = OnsetOf(await ContentAsync()).First().Value!.Parts.Single();
        Assert.Equal((3m, 5m, Unit.Week), (value.Min, value.Max, value.Unit));

        // Whatever was changed since, what would happen now is shown before it happens.
        foreach (var (elsewhere, field, text) in new[]
            {
                ("/staff/criteria/onset", "Form.Help", "Other help."),
                ("/staff/treatments/soaking/answers/onset", "Form.Text", "In 8 weeks."),
            })
        {
            var seen = await portal.Nora.PageAsync(address + "?to=Prose");
            await SaveAsync(elsewhere, field, text);
            var stored = TemporaryStore.Text(await ContentAsync());
            var shown = await StaffBrowser.ReadAsync(
                await portal.Nora.SendAsync(address, seen, [], "section form button"), HttpStatusCode.BadRequest);
            Assert.Contains("since you opened the page", shown.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(stored, TemporaryStore.Text(await ContentAsync()));
            Assert.Equal(HttpStatusCode.Redirect, (await portal.Nora.SendAsync(address, shown, [], "section form button")).StatusCode);
            await portal.Nora.SendAsync(address, await portal.Nora.PageAsync(undo), [], "section form button");
        }

        async Task<List<string>> RowsAsync(string to) =>
            [.. (await portal.Nora.PageAsync($"{address}?to={to}")).QuerySelectorAll("section tbody tr").Select(row => row.TextContent)];

        async Task<HttpResponseMessage> ChangeAsync(string to) => await portal.Nora.SendAsync(
            address, await portal.Nora.PageAsync($"{address}?to={to}"), [], "section form button");

        static IEnumerable<AnswerEntry> OnsetOf(ClinicContent content) => content.Treatments
            .Where(one => one.Slug is "rolling" or "soaking").SelectMany(one => one.Answers).Where(one => one.Criterion == "onset");
    }

    [Fact]
    public async Task Steps_that_answers_name_stay_where_they_are()
    {
        var criterion = (await ContentAsync()).Criteria.Single(one => one.Slug == "pain");
        await SaveAsync("/staff/treatments/rolling/answers/pain", "Form.Parts[0].Max", "2");

        await SaveAsync("/staff/criteria/pain", "Form.Steps", "None at all\nSome\nMuch\nVery much");
        var moved = await portal.Nora.SendAsync("/staff/criteria/pain", new() { ["Form.Steps"] = "None at all\nMuch\nSome" });
        var fewer = await portal.Nora.SendAsync("/staff/criteria/pain", new() { ["Form.Steps"] = "None at all\nSome" });

        Assert.Equal(3, criterion.Steps.Count);
        Assert.Equal(
            ["None at all", "Some", "Much", "Very much"],
            (await ContentAsync()).Criteria.Single(one => one.Slug == "pain").Steps.Select(step => step.ToString()));
        Assert.Contains("would change what existing answers say", await ProblemAsync(moved), StringComparison.Ordinal);
        Assert.Contains("Some answers use the step \"Much\"", await ProblemAsync(fewer), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_form_for_most_kinds_takes_as_much_as_the_entry_allows(string name)
    {
        var kind = Kind(name);
        foreach (var field in StaffKinds.Of(kind).Fields.Where(field => field.Control is not (FormControl.Check or FormControl.Sources)))
        {
            var property = ContentJson.Options.GetTypeInfo(kind.EntryType).Properties.Single(one => one.Name == field.Name);
            var longest = EntryField.Of(property).MaxLength;
            Assert.Empty(field.Problems(kind, [new('a', longest)]));
            Assert.Contains("is the most", Assert.Single(field.Problems(kind, [new('a', longest + 1)])), StringComparison.Ordinal);
            Assert.Equal(property.IsRequired, field.Problems(kind, [" "]).Any());
        }
    }

    private static CatalogueKind Kind(string name) => CatalogueKinds.All.Single(kind => kind.Name == name);

    private static JsonObject Json(object entry) => JsonSerializer.SerializeToNode(entry, entry.GetType(), ContentJson.Options)!.AsObject();

    private static readonly IEqualityComparer<object> JsonComparer =
        EqualityComparer<object>.Create(
            (one, other) => Text(one!) == Text(other!), value => Text(value).GetHashCode(StringComparison.Ordinal));

    private static string Text(object value) => JsonSerializer.Serialize(value, value.GetType(), ContentJson.Options);

    /// <summary>What a form holds of an entry, without what tells it from others; a form writes the main language.</summary>
    private static string Shown(CatalogueKind kind, object entry)
    {
        var json = Json(entry);
        foreach (var name in Elsewhere)
            json.Remove(name);
        var title = Named[kind]?.Split('.', '[', ']') is [.., "Fields", var field, _]
            ? field
            : Named[kind]?.Split('.')[^1].ToLowerInvariant();
        if (title is not null)
            Assert.True(json.Remove(title), title);
        // A number belongs to one source.
        foreach (var name in new[] { "doi", "pmid" })
            if (json[name] is not null)
                json[name] = "given";
        return json.ToJsonString().Replace("\"tr\":", "\"en\":", StringComparison.Ordinal);
    }

    /// <summary>Sends what the form of a row of the small clinic holds as the form of a new one, called otherwise.</summary>
    /// <returns>What the new row goes by.</returns>
    private async Task<string> MakeAsync(CatalogueKind kind, string? model = null)
    {
        model ??= kind.HandleOf(kind.EntriesIn(SmallClinic.Content)[0]);
        var fields = StaffBrowser.FieldsOf(
            await portal.Nora.PageAsync(StaffMap.Address(kind.PathOf(model))), "form[data-row] button").Fields;
        var address = kind is ContrastKind
            ? StaffMap.Comparison(Contrast.HandleOf("rolling", await MakeAsync(CatalogueKinds.Treatment)))
            : kind == CatalogueKinds.Number ? StaffMap.NewNumber("rolling", "what") : StaffMap.AddressOfNew(kind);
        var page = await portal.Nora.PageAsync(address);
        string[] own = ["Form.Version", "__RequestVerificationToken", "DraftSavedAt"];
        List<KeyValuePair<string, string>> typed =
        [
            .. StaffBrowser.FieldsOf(page, "form[data-row] button").Fields.Where(field => own.Contains(field.Key)),
            .. fields.Where(field => !own.Contains(field.Key) && field.Key != Named[kind] && field.Key != "Form.Baseline"),
        ];
        foreach (var number in new[] { "Form.Doi", "Form.Pmid" })
            if (typed.FindIndex(field => field.Key == number && field.Value != "") is var index and >= 0)
                typed[index] = new(number, $"{typed[index].Value}{_made + 1}");
        if (Named[kind] is { } named)
            typed.Add(new(named, $"Made {++_made}"));

        var saved = await portal.Nora.PostAsync(address, typed);

        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync(StaffBrowser.Cancel));
        return StaffMap.RowAt(saved.Headers.Location!.OriginalString).Split('/')[^1];
    }

    private async Task<string> SaveAsync(string address, string field, string typed, params (string Field, string Typed)[] others)
    {
        var saved = await portal.Nora.SendAsync(
            address, new(others.Select(other => KeyValuePair.Create(other.Field, other.Typed)).Append(new(field, typed))),
            "form[data-row] button");
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync(StaffBrowser.Cancel));
        return saved.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> PressAsync(CatalogueKind kind, string handler, string handle)
    {
        var address = StaffMap.ListOfKind(kind.List);
        var token = StaffForm.Value((await portal.Nora.PageAsync(address)).Body!, "__RequestVerificationToken")!;
        return await portal.Nora.PostAsync(
            StaffMap.Handler(address, handler), [new("__RequestVerificationToken", token), new("Handle", handle)]);
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage answer) =>
        (await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent;

    private async Task<string> HistoryAsync(string place) =>
        (await portal.Nora.PageAsync($"/staff/history?place={place}")).QuerySelector(".history")!.TextContent;

    private async Task<object> EntryAsync(CatalogueKind kind, string handle) =>
        kind.EntriesIn(await ContentAsync()).Single(entry => kind.HandleOf(entry) == handle);

    private async Task<List<string>> OrderAsync(CatalogueKind kind) => [.. kind.EntriesIn(await ContentAsync()).Select(kind.HandleOf)];

    private Task<ClinicContent> ContentAsync() =>
        portal.Factory.Services.GetRequiredService<ContentExporter>().ExportAsync(StaffBrowser.Cancel);

    public sealed class Portal : IAsyncLifetime
    {
        public PortalFactory Factory { get; } = new() { Settings = { ["Portal:SampleContent"] = "false" } };

        public StaffBrowser Nora { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Nora = await StaffBrowser.SignedInAsync(Factory, "Nora Nurse");
            Assert.IsType<ImportOutcome.Imported>(
                await Factory.Services.GetRequiredService<ContentImporter>().ImportAsync(SmallClinic.Content, false));
        }

        public ValueTask DisposeAsync() => Factory.DisposeAsync();
    }
}
