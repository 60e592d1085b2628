namespace ClinicPortal.Browser.Tests;

/// <summary>When a draft is sent, and what becomes of it: the class that knows, by itself, with a clock of the test's own.</summary>
public sealed class DraftStateTests(PatientsBrowser browser)
{
    [Fact]
    public Task Nothing_is_sent_before_anything_is_typed() =>
        ExpectAsync("[null,null]", "return [draft.dueAt, draft.begin('stored')];");

    [Fact]
    public Task It_is_due_a_moment_after_the_last_key() =>
        ExpectAsync("[800,1300]", "draft.edit('a'); const first = draft.dueAt; now = 500; draft.edit('ab'); return [first, draft.dueAt];");

    [Fact]
    public Task What_is_sent_is_what_the_form_then_holds() =>
        ExpectAsync("[\"abc\",\"abc\"]", "draft.edit('ab'); return [draft.begin('abc'), draft.inFlight];");

    [Fact]
    public Task What_was_typed_and_taken_back_is_not_sent() =>
        ExpectAsync("[null,true]", "draft.edit('a'); return [draft.begin('stored'), draft.isSettled];");

    [Fact]
    public Task One_is_in_flight_at_a_time() =>
        ExpectAsync("[null,\"a\"]", "draft.edit('a'); draft.begin('a'); draft.edit('ab'); return [draft.begin('ab'), draft.inFlight];");

    [Fact]
    public Task Once_it_has_arrived_nothing_is_dirty_or_due() =>
        ExpectAsync(
            "[false,true,null]",
            "draft.edit('a'); draft.begin('a'); draft.succeed(); return [draft.isDirty, draft.isSettled, draft.dueAt];");

    [Fact]
    public Task What_was_typed_during_the_flight_is_due_a_moment_after_the_answer() =>
        ExpectAsync(
            "[true,2800]",
            "draft.edit('a'); draft.begin('a'); draft.edit('ab'); now = 2000; draft.succeed(); "
            + "return [draft.isDirty, draft.dueAt];");

    [Fact]
    public Task A_failure_is_tried_again_after_3_then_10_then_every_30_seconds() =>
        ExpectAsync(
            "[3000,10000,30000,30000]",
            "return [1, 2, 3, 4].map(() => { draft.begin('a'); draft.fail(true); return draft.dueAt; });");

    [Fact]
    public Task After_a_success_failures_are_counted_anew() =>
        ExpectAsync(
            "3000",
            "draft.begin('a'); draft.fail(true); draft.begin('a'); draft.succeed(); draft.begin('b'); draft.fail(true); "
            + "return draft.dueAt;");

    [Fact]
    public Task What_failed_is_dirty_and_no_longer_in_flight() =>
        ExpectAsync("[true,null]", "draft.begin('a'); draft.fail(true); return [draft.isDirty, draft.inFlight];");

    [Fact]
    public Task The_last_five_without_an_answer_are_remembered() =>
        ExpectAsync(
            "[\"b\",\"c\",\"d\",\"e\",\"f\"]",
            "for (const fields of 'abcdef') { draft.begin(fields); draft.fail(false); } "
            + "return draft.unanswered;");

    [Fact]
    public Task An_answered_failure_is_not_among_them() =>
        ExpectAsync("[\"a\"]", "draft.begin('a'); draft.fail(false); draft.begin('b'); draft.fail(true); return draft.unanswered;");

    [Fact]
    public Task A_success_forgets_them() =>
        ExpectAsync("[]", "draft.begin('a'); draft.fail(false); draft.begin('b'); draft.succeed(); return draft.unanswered;");

    [Fact]
    public Task What_was_refused_is_not_sent_again_by_itself() =>
        ExpectAsync(
            "[null,null,true]",
            "draft.edit('a'); draft.begin('a'); draft.refuse(); return [draft.dueAt, draft.inFlight, draft.isDirty];");

    [Fact]
    public Task What_was_typed_while_the_refused_was_in_flight_stays_due() =>
        ExpectAsync(
            "[900,\"ab\"]",
            "draft.edit('a'); draft.begin('a'); now = 100; draft.edit('ab'); draft.refuse(); "
            + "return [draft.dueAt, draft.begin('ab')];");

    [Fact]
    public Task Somebody_who_comes_back_has_it_sent_at_once() =>
        ExpectAsync("5000", "draft.begin('a'); draft.refuse(); now = 5000; draft.hurry(); return draft.dueAt;");

    [Fact]
    public Task A_form_that_is_being_saved_sends_no_draft() =>
        ExpectAsync("[null,null]", "draft.edit('a'); draft.leave('a'); return [draft.dueAt, draft.begin('a')];");

    [Fact]
    public Task A_form_in_which_somebody_types_on_sends_its_draft_again() =>
        ExpectAsync("\"ab\"", "draft.leave('a'); draft.edit('ab'); return draft.begin('ab');");

    [Fact]
    public Task A_form_that_has_come_back_sends_its_draft_again() =>
        ExpectAsync("\"a\"", "draft.leave('a'); draft.stay(); return draft.begin('a');");

    [Fact]
    public Task It_tells_once_that_the_form_had_left() =>
        ExpectAsync("[false,true,false]", "const before = draft.stay(); draft.leave('a'); return [before, draft.stay(), draft.stay()];");

    /// <summary>The steps return this JSON; the server holds "stored", and the clock stands at 0.</summary>
    private async Task ExpectAsync(string json, string steps)
    {
        // A page that loads nothing.
        var page = await browser.OpenAsync("/health/live");
        Assert.Equal(json, await page.EvaluateAsync<string>($$"""
            async () => {
              const { DraftState } = await import("/js/modules/draft-state.js");
              let now = 0;
              const draft = new DraftState("stored", () => now);
              return JSON.stringify((() => { {{steps}} })());
            }
            """));
    }
}
