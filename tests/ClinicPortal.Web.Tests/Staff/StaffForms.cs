using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>Every form of the staff area, found by walking through it, so that one nobody thought of is tested too.</summary>
/// <param name="Address">Of its page.</param>
/// <param name="Number">Among the forms of its page.</param>
/// <param name="Shape">Tells it from other forms: what was sent before may have added one to its page, or taken one away.</param>
internal sealed record StaffForm(string Address, int Number, IReadOnlyList<string> Fields, string Shape)
{
    private const int FromOneList = 45;

    private const string Button = "button:not([disabled])";

    private static readonly Lazy<Task<IReadOnlyList<StaffForm>>> All = new(FindAllAsync);

    /// <summary>As an administrator of the sample clinic meets them; walked once, because it takes hundreds of pages.</summary>
    public static Task<IReadOnlyList<StaffForm>> AllAsync() => All.Value;

    private static async Task<IReadOnlyList<StaffForm>> FindAllAsync()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var forms = new Dictionary<string, StaffForm>();
        var (seen, next, lists) = (new HashSet<string> { "/staff" }, new Queue<string>(["/staff"]), new Dictionary<string, int>());
        while (next.TryDequeue(out var address))
        {
            var page = await browser.PageAsync(address);
            foreach (var (form, number) in Of(page).Select((form, number) => (form, number)))
            {
                // The same form of another row is not another form.
                var (names, shape) = (OncePerRow(form), ShapeOf(form));
                if (names.Count > 0)
                    forms.TryAdd(shape, new(address, number, names, shape));
            }
            foreach (var link in page.QuerySelectorAll("a[href^='/staff']").Select(link => link.GetAttribute("href")!.Split('#', '?')[0]))
            {
                var list = link[..link.LastIndexOf('/')];
                if (IsWorthIt(link) && seen.Add(link) && (lists[list] = lists.GetValueOrDefault(list) + 1) <= FromOneList)
                    next.Enqueue(link);
            }
        }
        // What one of them archives, or takes back, the others no longer find.
        return
        [
            .. forms.Values.OrderBy(form =>
                form.Address == "/staff/history" || form.Address.EndsWith("/archive", StringComparison.Ordinal)),
        ];
    }

    /// <summary>The forms of one page, for those to which no link leads.</summary>
    public static IEnumerable<StaffForm> On(IDocument page, string address) =>
        Of(page).Select((form, number) => new StaffForm(address, number, Names(form), ShapeOf(form)));

    /// <summary>Its page, after signing in again where that is needed: some forms sign out everybody, the sender too.</summary>
    public async Task<IDocument> OpenAsync(StaffBrowser browser)
    {
        var answer = await browser.GetAsync(Address);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            await browser.SignInAsync("Ada Admin");
            answer = await browser.GetAsync(Address);
        }
        return await StaffBrowser.ReadAsync(answer);
    }

    /// <summary>The form as it stands on its page now.</summary>
    public IHtmlFormElement On(IDocument page)
    {
        var forms = Of(page);
        var there = forms.ElementAtOrDefault(Number);
        return (there is not null && ShapeOf(there) == Shape ? there : forms.FirstOrDefault(one => ShapeOf(one) == Shape) ?? there)
            ?? throw new InvalidOperationException(
                $"The form {Number} has gone from {Address}, which says: {page.QuerySelector("main")?.TextContent}");
    }

    public string Target(IDocument page) => Action(On(page)) ?? Address;

    /// <summary>What a browser would send.</summary>
    public List<KeyValuePair<string, string>> Sent(IDocument page)
    {
        var form = On(page);
        form.QuerySelector(Button)!.Id = "pressed";
        return StaffBrowser.FieldsOf(page, "#pressed").Fields;
    }

    /// <summary>The handlers that its buttons name.</summary>
    public IReadOnlyList<string> Targets(IDocument page) =>
        [
            .. On(page)
            .QuerySelectorAll(Button)
            .Select(button => button.GetAttribute("formaction") ?? On(page).GetAttribute("action") ?? Address)
            .Distinct()];

    public bool IsTyped(IDocument page, string field) =>
        Named(On(page), field) is [IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "email" or "url" or "tel" }, ..];

    public static string? Value(IElement form, string field) => Named(form, field).FirstOrDefault() switch
    {
        IHtmlTextAreaElement text => text.Value,
        IHtmlInputElement input => input.GetAttribute("value"),
        _ => null,
    };

    private static IReadOnlyList<IHtmlFormElement> Of(IDocument page) =>
        [.. page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>()];

    private static string? Action(IHtmlFormElement form) =>
        form.QuerySelector(Button)?.GetAttribute("formaction") ?? form.GetAttribute("action");

    // Nor is a second passage or part of a row another field.
    private static List<string> OncePerRow(IElement form) =>
        [.. Names(form).Where(name => !Regex.IsMatch(name, @"\[[1-9]")).DistinctBy(WithoutRow)];

    // A page that is one form names the row that a field is about: "Comments[treatments/prp/answers/onset|text].Text".
    private static string WithoutRow(string name) => Regex.Replace(name, @"\[[^\]]*/[^\]]*\]", "[]");

    private static string ShapeOf(IHtmlFormElement form)
    {
        var kinds = form.QuerySelectorAll("[name]").ToLookup(field => field.GetAttribute("name"), field => field.LocalName);
        return string.Join(' ', OncePerRow(form).Select(name => WithoutRow(name) + kinds[name].First()))
            + Action(form)?.Split('?').ElementAtOrDefault(1);
    }

    private static IReadOnlyList<string> Names(IElement form) =>
        [
            .. form.QuerySelectorAll("[name]")
            .Select(field => field.GetAttribute("name")!)
            .Where(name => name != "__RequestVerificationToken")
            .Distinct()];

    private static List<IElement> Named(IElement form, string name) =>
        [.. form.QuerySelectorAll("[name]").Where(field => field.GetAttribute("name") == name)];

    // One treatment stands for all.
    private static bool IsWorthIt(string link) => link.Split('/') is not [_, _, "treatments", not ("new" or "prp"), ..];
}
