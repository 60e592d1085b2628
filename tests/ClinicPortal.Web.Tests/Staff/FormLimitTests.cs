using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Web.Pages.Staff;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>A form of the staff area takes what its entry's field takes, and no more: the limit stands at the entry alone.</summary>
public sealed partial class FormLimitTests(FormLimitTests.Portal portal) : IClassFixture<FormLimitTests.Portal>
{
    /// <summary>Each form that is written into an entry, with its fields that hold words of that entry.</summary>
    private static readonly Dictionary<string, (Type Form, PropertyInfo Typed, int Longest)> Fields = (
        from form in typeof(IRowForm).Assembly.GetTypes()
        where !form.IsInterface && ProblemsOf(form) is not null
        let of = form.GetMethod("Of", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where of is not null
        let entry = of.GetParameters()[0].ParameterType
        from typed in form.GetProperties()
        where typed.PropertyType == typeof(string)
        let field = EntryField.Find(entry, typed.Name)
        where field is { IsText: true, IsSlug: false }
        select (form, typed, field.MaxLength)).ToDictionary(field => $"{field.form.Name}.{field.typed.Name}", field => field);

    public static TheoryData<string> Names => [.. Fields.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_form_takes_a_text_as_long_as_its_field_allows_and_none_that_is_longer(string name)
    {
        var (_, _, longest) = Fields[name];

        Assert.DoesNotContain(ProblemsWith(name, new('a', longest)), IsTooLong);
        Assert.Contains(
            ProblemsWith(name, new('a', longest + 1)),
            problem => IsTooLong(problem) && problem.Contains(longest.ToString("#,0", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_form_of_a_row_has_fields_here()
    {
        var forms = typeof(IRowForm).Assembly.GetTypes()
            // The form for most kinds holds the fields that its kind names, and that of many answers holds forms of one.
            .Where(type => type.IsAssignableTo(typeof(IRowForm)) && type.IsClass)
            .Where(type => type != typeof(EntryForm) && type != typeof(AnswersForm))
            .Select(form => form.Name);

        Assert.Equal(
            forms.Order(), forms.Where(form => Fields.Keys.Any(name => name.StartsWith(form + ".", StringComparison.Ordinal))).Order());
    }

    [Theory]
    [InlineData("/staff/treatments/prp", "TreatmentForm", 3)]
    [InlineData("/staff/treatments/prp/answers/onset", "AnswerForm", 3)]
    [InlineData("/staff/criteria/onset", "CriterionForm", 2)]
    [InlineData("/staff/concerns/new", "ConcernForm", 1)]
    [InlineData("/staff/sources/new", "SourceForm", 2)]
    [InlineData("/staff/numbers/new?treatment=prp&criterion=evidence", "NumberForm", 4)]
    [InlineData("/staff/comparisons/prp-vs-mesotherapy", "ContrastForm", 1)]
    [InlineData("/staff/clinic", "ClinicForm", 4)]
    public async Task The_browser_is_told_the_same_limit(string address, string form, int least)
    {
        var inputs = (await portal.Nora.PageAsync(address)).QuerySelectorAll("form input[maxlength][name^='Form.']")
            .Select(input => (Field: FieldOf(form, input.GetAttribute("name")!), Told: input.GetAttribute("maxlength")))
            .Where(input => Fields.ContainsKey(input.Field)).ToList();

        Assert.True(inputs.Select(input => input.Field).Distinct().Count() >= least, string.Join(", ", inputs));
        Assert.All(inputs, input => Assert.Equal(Fields[input.Field].Longest.ToString(CultureInfo.InvariantCulture), input.Told));
    }

    private static bool IsTooLong(string problem) => problem.Contains("is the most", StringComparison.Ordinal);

    private static IEnumerable<string> ProblemsWith(string name, string words)
    {
        var (type, typed, _) = Fields[name];
        var form = Activator.CreateInstance(type)!;
        typed.SetValue(form, words);
        var problems = ProblemsOf(type)!;
        return (IEnumerable<string>)problems.Invoke(form, [.. problems.GetParameters().Select(_ => (object)1)])!;
    }

    // That of a passage is told its number.
    private static MethodInfo? ProblemsOf(Type form) =>
        form.GetMethod("Problems", Type.EmptyTypes) ?? form.GetMethod("Problems", [typeof(int)]);

    /// <summary>"Form.Parts[0].Label" is the label of a part's form.</summary>
    private static string FieldOf(string form, string name)
    {
        var type = typeof(IRowForm).Assembly.GetTypes().Single(one => one.Name == form);
        var steps = Index().Replace(name, "").Split('.')[1..];
        foreach (var step in steps[..^1])
            type = type.GetProperty(step)!.PropertyType is { IsGenericType: true } list
                ? list.GenericTypeArguments[0]
                : type.GetProperty(step)!.PropertyType;
        return $"{type.Name}.{steps[^1]}";
    }

    public sealed class Portal : IAsyncLifetime
    {
        private readonly PortalFactory _portal = new();

        public StaffBrowser Nora { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Nora = await StaffBrowser.SignedInAsync(_portal, "Nora Nurse");

        public ValueTask DisposeAsync() => _portal.DisposeAsync();
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
