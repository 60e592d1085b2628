using System.Globalization;
using System.Security.Claims;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// The addresses of the staff area, and who may go where. Only here and on line one of each page is an address written out; a test holds
/// the two together.
/// </summary>
public static class StaffMap
{
    public const string Root = "/staff";
    public const string SignIn = Root + "/sign-in";
    public const string SignInCode = SignIn + "/code";
    public const string SignOut = Root + "/sign-out";
    public const string SecondFactor = Root + "/account/second-factor";
    public const string Passkeys = Root + "/account/passkeys";

    /// <summary>In place of the key of a row that is not there yet.</summary>
    public const string New = Slug.New;

    /// <summary>In place of a row's path, for what is tried out there and not saved.</summary>
    private const string ContentPlace = "content";

    public static Crumb Treatments { get; } = new("Treatments", Root);

    /// <summary>Treatments x criteria, by the state of each answer.</summary>
    public static Crumb Matrix { get; } = new("All answers", $"{Root}/matrix");

    public static Crumb Comparisons { get; } = new("Comparisons", $"{Root}/comparisons");

    public static Crumb Numbers { get; } = new("Numbers", $"{Root}/numbers");

    public static Crumb Criteria { get; } = new("Criteria", $"{Root}/criteria");

    public static Crumb Concerns { get; } = new("Concerns", $"{Root}/concerns");

    public static Crumb Sources { get; } = new("Sources", $"{Root}/sources");

    public static Crumb Clinic { get; } = new("Clinic", $"{Root}/clinic");

    /// <summary>Everything of which the catalogue holds a list.</summary>
    public static Crumb Lists { get; } = new("Lists", $"{Root}/lists");

    /// <summary>What changes many rows at once.</summary>
    public static Crumb Content { get; } = new("Bulk changes", $"{Root}/content");

    /// <summary>Where a table of answers is pasted, uploaded and downloaded.</summary>
    public const string Table = Root + "/content/table";

    public const string Replace = Root + "/content/replace";

    /// <summary>Where an article is read and its sentences become drafts.</summary>
    public const string Article = Root + "/content/article";

    /// <summary>What patients are to read next.</summary>
    public static Crumb Publish { get; } = new("Publish", $"{Root}/publish");

    /// <summary>What clinicians have still to sign.</summary>
    public static Crumb Review { get; } = new("Review", $"{Root}/review");

    /// <param name="place">A treatment, or a list: see <see cref="ReviewPlace"/>.</param>
    public static string ReviewOf(string place) => $"{Review.Path}/{place}";

    /// <summary>Of one row, on the page of its place.</summary>
    public static string ReviewOf(string place, string row) => $"{ReviewOf(place)}?show=all#{ReviewLine.AnchorOf(row)}";

    /// <summary>Links on which specialists without an account sign.</summary>
    public static Crumb ReviewLinks { get; } = new("Links for specialists", $"{Root}/review/links");

    /// <summary>Where such a link leads; open to everybody, and shows what the link names.</summary>
    public const string Specialist = Root + "/specialist";

    public static string SpecialistOf(string key) => $"{Specialist}?key={key}";

    /// <summary>The patients' pages before they are published; open to whoever has a link too.</summary>
    public const string Preview = Root + "/preview";

    /// <summary>Links on which colleagues read what is not published yet.</summary>
    public static Crumb PreviewLinks { get; } = new("Preview links", $"{Publish.Path}/links");

    /// <summary>A pending row on the patients' page, as they read it now and as they would.</summary>
    public static string BeforeAndAfter(string row) => $"{Publish.Path}/change/{row}";

    /// <summary>How the clinic stands against the standards for decision aids and the market's rules.</summary>
    public static Crumb Standard { get; } = new("Assessor’s binder", $"{Root}/standard");

    /// <summary>With every common comparison in full.</summary>
    public static string WholeStandard => $"{Standard.Path}?whole=true";

    /// <param name="comparison">By its treatments, as patients' addresses name them.</param>
    public static string StandardOf(string comparison) => $"{Standard.Path}?compare={comparison}";

    /// <summary>Where a person states an item that no software can check.</summary>
    public static string NewStatement(string item, string comparison) => $"{Standard.Path}/statement?item={item}&compare={comparison}";

    /// <summary>What they have read so far.</summary>
    public static Crumb Editions { get; } = new("Editions", $"{Root}/editions");

    /// <summary>What they are to read at a time that was set.</summary>
    public static Crumb Scheduled { get; } = new("Scheduled publications", $"{Root}/scheduled");

    /// <summary>What is hidden from patients, whatever edition they read.</summary>
    public static Crumb Holds { get; } = new("Safety holds", $"{Root}/holds");

    /// <summary>Where a row is hidden from patients.</summary>
    public static string NewHold(string row) => $"{Holds.Path}/new/{row}";

    public static string OlderEditions(int than) => string.Create(CultureInfo.InvariantCulture, $"{Editions.Path}?before={than}");

    /// <param name="of">An edition, shown beside another.</param>
    /// <param name="with">The one before it, if left out.</param>
    public static string EditionDifference(int of, int? with = null) => string.Create(
        CultureInfo.InvariantCulture, $"{Editions.Path}?of={of}{(with is null ? "" : $"&with={with}")}#difference");

    public static Crumb History { get; } = new("History", $"{Root}/history");

    public static Crumb People { get; } = new("People", $"{Root}/people");

    /// <summary>Who did what: signing in, access, publishing, files.</summary>
    public static Crumb Audit { get; } = new("Audit log", $"{Root}/audit");

    /// <summary>Whether what the portal stands on is right: settings, disk, database, backups.</summary>
    public static Crumb System { get; } = new("System", $"{Root}/system");

    public static string AuditOf(AuditKind kind) => $"{Audit.Path}?kind={kind}";

    public static Crumb Account { get; } = new("Your account", $"{Root}/account");

    public static string Treatment(string slug) => $"{Root}/treatments/{slug}";

    /// <summary>A new one, with its name filled in.</summary>
    public static string NewTreatment(string name) => $"{Treatment(New)}?called={Uri.EscapeDataString(name)}";

    public static string Answer(string treatment, string criterion) => $"{Treatment(treatment)}/answers/{criterion}";

    /// <summary>The same, with the way back to where in the matrix it was chosen.</summary>
    public static string Answer(string treatment, string criterion, MatrixAddress back) =>
        $"{Answer(treatment, criterion)}?back={Uri.EscapeDataString(back.Query)}";

    /// <summary>All answers of one treatment in one form, twenty on a page.</summary>
    public static string AnswersOfTreatment(string treatment, int number = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{Treatment(treatment)}/all-answers/{number}");

    /// <summary>The answers of all treatments to one question in one form, twenty on a page.</summary>
    public static string AnswersToQuestion(string criterion, int number = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{Criterion(criterion)}/all-answers/{number}");

    public static string Evidence(string treatment, string concern) => $"{Treatment(treatment)}/concerns/{concern}";

    public static string Comparison(string pair) => $"{Comparisons.Path}/{pair}";

    public static string Number(string key) => $"{Numbers.Path}/{key}";

    /// <summary>A new number, begun from a treatment or from one of its answers.</summary>
    public static string NewNumber(string treatment, string? criterion = null) =>
        $"{Number(New)}?treatment={treatment}{(criterion is null ? "" : $"&criterion={criterion}")}";

    public static string Criterion(string slug) => $"{Criteria.Path}/{slug}";

    /// <summary>Questions that a new clinic can begin with.</summary>
    public const string StarterQuestions = Root + "/starter-questions";

    /// <summary>Where it is changed how a criterion is answered.</summary>
    public static string CriterionKind(string slug) => $"{Criterion(slug)}/kind";

    public static string Concern(string slug) => $"{Concerns.Path}/{slug}";

    public static string Source(string key) => $"{Sources.Path}/{key}";

    /// <summary>A new source for a form, to which it leads back.</summary>
    public static string NewSourceFor(string form) => $"{Source(New)}?back={Uri.EscapeDataString(form)}";

    /// <summary>The order of a kind's rows, and those that are archived.</summary>
    public static string ListOfKind(string list) => $"{Lists.Path}/{list}";

    /// <summary>The form in which somebody adds themselves as a clinician, with the registration of their account.</summary>
    public static string NewClinician(string registration) =>
        $"{Entry(CatalogueKinds.Clinician.List, New)}?registration={Uri.EscapeDataString(registration)}";

    /// <summary>A row of a kind whose form is the one for all.</summary>
    public static string Entry(string list, string handle) => $"{ListOfKind(list)}/{handle}";

    /// <summary>Where a row of any kind is archived, and taken into use again.</summary>
    public static string Archive(string list, string handle) => $"{Entry(list, handle)}/archive";

    /// <summary>Where a row gets another name in addresses.</summary>
    public static string Rename(string list, string handle) => $"{Entry(list, handle)}/address";

    /// <param name="row">A history path, or the beginning of one.</param>
    public static string HistoryOf(string row) => $"{History.Path}?place={row}";

    public static string HistoryOfQuestion(string criterion) => $"{History.Path}?criterion={criterion}";

    public static string HistoryOfSet(int set) => string.Create(CultureInfo.InvariantCulture, $"{History.Path}?set={set}");

    public static string Invitation(int person, string token) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root}/invitation?person={person}&token={Uri.EscapeDataString(token)}");

    /// <summary>Where a passkey is added, with the name that was already typed.</summary>
    public static string PasskeyNamed(string name) => $"{Passkeys}?name={Uri.EscapeDataString(name)}";

    /// <summary>Where a button is sent that names one of a page's handlers.</summary>
    public static string Handler(string page, string handler) => $"{page}?handler={handler}";

    /// <summary>
    /// The page on which the row of a history path is edited, or the order of a list; the history, where a path leads nowhere any more.
    /// </summary>
    public static string Address(string path) => path == ClinicProfile.OnlyPath ? Clinic.Path
        : ListOf(path) == ContentPlace ? $"{Root}/{path}"
        : CatalogueKinds.FindByList(ListOf(path)) is not { } kind ? HistoryOf(path)
        : path == kind.List ? ListOfKind(path)
        : $"{Root}/{StaffKinds.Of(kind).Page}{path[kind.List.Length..]}";

    /// <summary>Where a new row of a kind begins.</summary>
    public static string AddressOfNew(CatalogueKind kind) =>
        kind is ContrastKind ? Comparisons.Path : Address(kind.PathOf(New));

    /// <summary>
    /// The row that is edited at an address, as in a history path; a pair by its one name, whichever of the two is named first.
    /// </summary>
    public static string RowAt(string address)
    {
        var place = address[Root.Length..].TrimStart('/');
        var path = StaffKinds.FindByPage(place) is { } found ? found.List + place[StaffKinds.Of(found).Page.Length..] : place;
        return RowPath.Parse(path) is { Kind: ContrastKind kind } pair
            ? kind.PathOf(Contrast.HandleOf(Contrast.Between(pair.Handle)))
            : path;
    }

    public static IEnumerable<Crumb> For(ClaimsPrincipal person)
    {
        foreach (var place in (Crumb[])
        [
            Treatments, Matrix, Comparisons, Numbers, Criteria, Concerns, Sources, Lists, Clinic, Content, History, Review, Publish,
            Standard,
        ])
            yield return place;
        if (!person.IsInRole(nameof(StaffRole.Administrator)))
            yield break;
        yield return People;
        yield return Audit;
        yield return System;
    }

    private static string ListOf(string path) => path.Split('/')[0];
}
