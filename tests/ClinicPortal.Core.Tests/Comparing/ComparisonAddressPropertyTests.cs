using System.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using CsCheck;

namespace ClinicPortal.Core.Tests.Comparing;

/// <summary>One comparison has one address: whatever is printed reads back, and whatever can be read is printed in one way.</summary>
public class ComparisonAddressPropertyTests
{
    private const int Often = 2000;

    private static readonly Edition Edition = ExampleEdition.Edition;

    private static readonly Gen<TreatmentEntry[]> AnyTreatments =
        Gen.Shuffle(Edition.Treatments.ToArray()).SelectMany(all => Gen.Int[2, 4].Select(count => all[..count]));

    private static readonly Gen<string> AnyText = Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\0', '\ud7ff']), 0, 8];

    private static readonly Gen<ComparisonPage> AnyPage = OneOf(Enum.GetValues<ComparisonPage>());

    private static readonly Gen<ComparisonAddress> AnyAddress = Gen.Select(
        AnyTreatments,
        OneOf([null, .. Edition.Concerns]),
        Gen.Bool,
        Gen.Bool.Array[Edition.Criteria.Count],
        Gen.OneOf(Gen.Const((string?)null), Gen.Int[0, 110].Select(weeks => (string?)$"{weeks}"), AnyText.Select(text => (string?)text)),
        Gen.Bool,
        AnyPage,
        (treatments, concern, without, marks, weeks, asked, page) => ComparisonAddress.Of(Edition, treatments) with
        {
            Concern = concern,
            WithoutBaseline = without,
            Marked = MarkedRows.Of(Edition, Edition.Criteria.Where((_, index) => marks[index]).Select(criterion => criterion.Slug)),
            Weeks = weeks,
            EditionNumber = asked ? Edition.Number : null,
            Page = page,
        });

    /// <summary>The same address as people and forms write it: in another order or case, under former slugs, with several values.</summary>
    private static readonly Gen<(ComparisonAddress Address, Spelling Spelling)> AnySpelling = AnyAddress.SelectMany(address => Gen.Select(
        Gen.Bool.SelectMany(beside => Gen.Shuffle(TreatmentSlugs(address, beside))).SelectMany(Respelled),
        address.Concern is null ? OneOf<string[]>([], [""], ["nonsense"]) : Respelled([address.Concern.Slug]),
        Gen.Shuffle(address.Marked.Criteria.Select(criterion => criterion.Slug).ToArray()).SelectMany(Respelled),
        Gen.Bool,
        Gen.Bool,
        (treatments, concern, marks, apart, nothing) =>
        {
            var values = address.Query.ToDictionary(pair => pair.Key, pair => (string[])[pair.Value]);
            values[ComparisonAddress.ConcernKey] = concern;
            if (marks.Length > 0)
                values[ComparisonAddress.RowsKey] = apart ? marks : [string.Join(',', marks)];
            if (nothing)
                values["utm_source"] = ["mail"];
            return (address, new Spelling(string.Join("-vs-", treatments), values, address.Page));
        }));

    private static readonly string[] Slugs =
    [
        "prp", "PRP", "platelet-rich-plasma", "mesotherapy", "no-treatment", "microneedling", "laser-fractional", "carbon-facial",
        "x", "", " ",
    ];

    private static readonly string[] OwnKeys =
        [ComparisonAddress.ConcernKey, ComparisonAddress.WithoutKey, ComparisonAddress.RowsKey, ComparisonAddress.EditionKey];

    private static readonly string[] Keys = [.. OwnKeys, ComparisonAddress.WeeksKey, "x"];

    private static readonly string[] Values = ["no-treatment", "hair-loss", "baldness", "onset", "pain,ONSET", "1", "01", ""];

    private static readonly Gen<Spelling> Anything = Gen.Select(
        Gen.OneOf(Gen.String, OneOf(Slugs).Array[0, 6].Select(slugs => string.Join("-vs-", slugs))),
        Gen.Dictionary(OneOf(Keys), Gen.OneOf(Gen.String, OneOf(Values)).Array[1, 3])[0, 6],
        AnyPage,
        (treatments, values, page) => new Spelling(treatments, values, page));

    [Fact]
    public void What_is_printed_reads_as_the_same_address() =>
        AnyAddress.Sample(address => Open(address.ToString()) is AddressOutcome.Chosen chosen && chosen.Address == address, iter: Often);

    [Fact]
    public void Every_other_spelling_moves_to_the_one_address() =>
        AnySpelling.Sample(
            (address, spelling) => spelling.Read() switch
            {
                AddressOutcome.Chosen chosen => chosen.Address == address && spelling.Is(address),
                AddressOutcome.Moved moved => moved.Address == address && !spelling.Is(address),
                _ => false,
            },
            iter: Often);

    [Fact]
    public void Whatever_is_asked_is_answered_and_a_move_ends_after_one_step() =>
        Anything.Sample(
            spelling => spelling.Read() switch
            {
                AddressOutcome.Moved moved => EndsAt(moved.Address),
                AddressOutcome.Chosen chosen => spelling.Is(chosen.Address) && EndsAt(chosen.Address),
                _ => true,
            },
            iter: Often);

    [Fact]
    public void However_treatments_are_ordered_they_have_one_address() =>
        AnyTreatments.SelectMany(chosen => Gen.Shuffle(chosen).Select(shuffled => (chosen, shuffled))).Sample((chosen, shuffled) =>
            ComparisonAddress.Of(Edition, chosen) == ComparisonAddress.Of(Edition, shuffled));

    [Fact]
    public void What_is_taken_back_leaves_the_address_as_it_was() =>
        AnyAddress.Where(address => address.Page == ComparisonPage.Whole).Sample(address =>
        {
            var changed = address.Plain with { EditionNumber = null };
            return changed.ToString() == changed.Path && address == changed with
            {
                Concern = address.Concern,
                Marked = address.Marked,
                WithoutBaseline = address.WithoutBaseline,
                EditionNumber = address.EditionNumber,
                Weeks = address.Weeks,
            };
        });

    // A lone surrogate, which no address can hold, is printed as the sign for what could not be read.
    private static bool EndsAt(ComparisonAddress address) =>
        Open(address.ToString()) is AddressOutcome.Chosen chosen && chosen.Address.ToString() == address.ToString();

    private static AddressOutcome Open(string printed) => Spelling.In(printed).Read();

    /// <param name="beside">No treatment is named beside the others, where it stands anyway.</param>
    private static string[] TreatmentSlugs(ComparisonAddress address, bool beside)
    {
        var slugs = address.Treatments.Select(treatment => treatment.Slug);
        return beside && !address.ChoosesBaseline ? [.. slugs, Edition.Baseline!.Slug] : [.. slugs];
    }

    private static Gen<string[]> Respelled(string[] slugs) =>
        Gen.Int[0, 2].Array[slugs.Length].Select(ways => slugs.Zip(ways, Respelled).ToArray());

    private static string Respelled(string slug, int way) => (slug, way) switch
    {
        (_, 1) => slug.ToUpperInvariant(),
        ("prp", 2) => "platelet-rich-plasma",
        ("hair-loss", 2) => "baldness",
        _ => slug,
    };

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(index => all[index]);

    /// <summary>The parts of an address as a server hands them on.</summary>
    private sealed record Spelling(string Treatments, IReadOnlyDictionary<string, string[]> Values, ComparisonPage Page)
    {
        public static Spelling In(string printed)
        {
            var at = printed.IndexOf('?', StringComparison.Ordinal);
            var path = (at < 0 ? printed : printed[..at]).Split('/');
            var query = HttpUtility.ParseQueryString(at < 0 ? "" : printed[at..]);
            var values = query.AllKeys.ToDictionary(key => key!, key => query.GetValues(key)!);
            var page = path is [_, _, _, var name] ? Enum.Parse<ComparisonPage>(name, ignoreCase: true) : ComparisonPage.Whole;
            return new(Uri.UnescapeDataString(path[2]), values, page);
        }

        public AddressOutcome Read() => ComparisonAddress.Parse(Edition, Treatments, key => Values.GetValueOrDefault(key) ?? [], Page);

        /// <summary>Whether nothing in it would be written otherwise; the weeks are the reader's own, other keys nobody's.</summary>
        public bool Is(ComparisonAddress address)
        {
            var canonical = In(address.ToString());
            return Treatments == canonical.Treatments
                && OwnKeys.All(key => (Values.GetValueOrDefault(key) ?? []).SequenceEqual(canonical.Values.GetValueOrDefault(key) ?? []));
        }
    }
}
