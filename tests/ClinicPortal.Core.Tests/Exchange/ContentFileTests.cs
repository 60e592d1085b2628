using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Exchange;

public class ContentFileTests
{
    private static readonly string Good = TemporaryStore.Text(SmallClinic.Content);

    [Fact]
    public void A_written_file_is_read_as_what_was_written() =>
        Assert.Equal(Good, TemporaryStore.Text(ContentFile.Read(new StringReader(Good))));

    [Fact]
    public void A_file_with_windows_line_ends_says_the_same() =>
        Assert.Equal(Good, TemporaryStore.Text(ContentFile.Read(new StringReader(Good.Replace("\n", "\r\n")))));

    [Theory]
    [InlineData("colour: blue", "clinic.colour", "There is no key \"colour\" here. Use one of: name, sample, telephone")]
    [InlineData("telephone: 020", "clinic.telephone", "Put quotes around")]
    [InlineData("sample: maybe", "clinic.sample", "\"true\" or \"false\" belongs here")]
    [InlineData("about:", "clinic.about", "There is no value here")]
    [InlineData("about: plain words", "clinic.about", "A text stands under its language here")]
    [InlineData("about: { en: [a] }", "clinic.about.en", "A text belongs here")]
    [InlineData("address: London", "clinic.address", "A list belongs here")]
    [InlineData("hours: [Monday]", "clinic.hours[0]", "Keys belong here: days, hours")]
    [InlineData("hours: [{ days: { en: Monday } }]", "clinic.hours[0]", "The key \"hours\" is missing")]
    public void A_clinic_that_is_written_wrongly_is_refused_at_its_line(string line, string place, string message)
    {
        var key = line[..line.IndexOf(':')];
        var file = $"format: 1\nclinic:\n  name: {{ en: Clinic }}\n{(key == "telephone" ? "" : "  telephone: \"1\"\n")}  {line}\n";

        var problem = Assert.Single(Problems(file));

        Assert.Equal(place, problem.Place);
        Assert.Equal(key == "telephone" ? 4 : 5, problem.Position?.Line);
        Assert.Contains(message, problem.Message);
    }

    [Theory]
    [InlineData("kind: duration", "kind: durations", "One of the words prose, count, duration, scale, money-band, yes-no belongs here")]
    [InlineData("priority: 1", "priority: 1.5", "A whole number belongs here")]
    [InlineData("priority: 1", "priority: first", "A whole number belongs here")]
    [InlineData("max: 4.5", "max: \"4.5\"", "A number belongs here. Write it without quotes.")]
    [InlineData("key: q1", "question: q1", "There is no key \"question\" here. Use one of: key, text")]
    public void A_word_or_figure_of_the_wrong_kind_is_refused_with_what_belongs_there(string right, string wrong, string message)
    {
        var problems = Problems(Good.Replace(right, wrong));

        Assert.Contains(
            problems, problem => problem.Message.Contains(message) && LineOf(Good.Replace(right, wrong), problem).Contains(wrong));
    }

    [Theory]
    [InlineData("criterion: cost", "criterion: price", "No criterion goes by \"price\"")]
    [InlineData("sources: [maker]", "sources: [seller]", "")]
    [InlineData("doi: \"10.1000/example.1\"", "doi: \"https://doi.org/10.1000/example.1\"", "is not a DOI")]
    [InlineData("slug: soaking", "slug: rolling", "There is already a treatment \"rolling\"")]
    [InlineData("min: 3", "min: 5", "\"From\" is higher than \"To\". Swap them.")]
    public void A_broken_rule_is_refused_at_its_line(string right, string wrong, string message)
    {
        var file = Good.Replace(right, wrong);

        Assert.Contains(
            Problems(file),
            problem => problem.Message.Contains(message) && LineOf(file, problem).Contains(wrong[(wrong.IndexOf(' ') + 1)..]));
    }

    [Fact]
    public void All_broken_rules_are_told_at_once()
    {
        var problems = Problems(
            Good.Replace("min: 3", "min: 5").Replace("criterion: cost", "criterion: price").Replace("pmid: \"12345\"", "pmid: \"PMC1\""));

        Assert.Equal(3, problems.Count);
    }

    [Fact]
    public void A_refusal_reads_file_line_column_place_and_sentence()
    {
        var refusal = Assert.Throws<ContentFileException>(() =>
            ContentFile.Read(new StringReader("format: 1\nclinic:\n  name: { en: Clinic }\n  phone: x\n  telephone: x\n"), "my.yaml"));

        Assert.StartsWith("my.yaml:4:3: clinic.phone: There is no key \"phone\" here.", refusal.Message);
    }

    [Theory]
    [InlineData("a: &x 1", 1, "no anchors")]
    [InlineData("a: 1\nb: *x", 2, "no aliases")]
    [InlineData("a: !!str 1", 1, "no tags")]
    [InlineData("a: !<tag:yaml.org,2002:python/object/apply:os.system> [ls]", 1, "no tags")]
    [InlineData("a: 1\n---\nb: 2", 2, "A second document begins here")]
    [InlineData("a: 1\na: 2", 2, "The key \"a\" stands here a second time")]
    [InlineData("clinic:\n  a: 1\n  b: 2\n  a: 3", 4, "The key \"a\" stands here a second time")]
    [InlineData("? [a]\n: 1", 1, "A key is a plain word here")]
    [InlineData("a: \"open", 1, "not valid YAML")]
    [InlineData("a:\n  b: 1\n   c: 2", 3, "not valid YAML")]
    [InlineData("format: 1\nclinic:\n\tname: x", 3, "tab as indentation")]
    [InlineData("<<: { a: 1 }", 1, "There is no key \"<<\" here")]
    public void Yaml_beyond_the_plain_part_is_refused_at_its_line(string yaml, int line, string message)
    {
        var problem = Problems(yaml).First(problem => problem.Message.Contains(message));

        Assert.Equal(line, problem.Position?.Line);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void A_bomb_of_brackets_is_refused_before_it_can_go_off(string bracket)
    {
        var bomb = string.Concat(Enumerable.Repeat(bracket, 100_000));

        Assert.Contains("levels deep", Assert.Single(Problems(bomb)).Message);
    }

    [Theory]
    [InlineData("", "This file is empty")]
    [InlineData("# only a comment", "This file is empty")]
    [InlineData("just words", "Keys belong here: format, clinic")]
    [InlineData("- a\n- b", "Keys belong here: format, clinic")]
    [InlineData("format: 2\nclinic: later", "has format 2, and this version of the portal reads format 1")]
    [InlineData("format: one\nclinic: {}", "A whole number belongs here")]
    public void A_file_of_another_sort_is_refused(string yaml, string message) =>
        Assert.Contains(message, Problems(yaml)[0].Message);

    [Fact]
    public void A_file_that_is_far_too_long_is_refused_without_being_read_whole() =>
        Assert.Contains("more than", Assert.Single(Problems(new string('#', ContentFile.MaxLength + 1))).Message);

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [.. "format: 1 # "u8, 0xFF, 0xFE, 0xC4]);

        var refusal = Assert.Throws<ContentFileException>(() => ContentFile.Read(path));

        Assert.Contains("not UTF-8", refusal.Message);
        File.Delete(path);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.50")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("yes")]
    [InlineData("- a")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("'a'")]
    [InlineData("\"a\"")]
    [InlineData(" a ")]
    [InlineData("a  b")]
    [InlineData("a\nb")]
    [InlineData("a\n\nb\n")]
    [InlineData("\na")]
    [InlineData("a ")]
    [InlineData("{a}")]
    [InlineData("*a")]
    [InlineData("&a")]
    [InlineData("%a")]
    [InlineData("@a")]
    [InlineData("a\\nb")]
    [InlineData("çğş – “quoted” 😀 \u00a0 \u2028 \u200d \ufeff")]
    [InlineData("2026-01-05")]
    [InlineData("0x1F")]
    [InlineData("---")]
    [InlineData("...")]
    public void A_text_comes_back_as_it_went(string text)
    {
        var content = SmallClinic.Content with
        {
            Questions = [
                new() { Key = "q1", Text = LocalText.English(text) },
                new() { Key = "q2", Text = LocalText.English(string.Concat(Enumerable.Repeat($"word {text} ", 20)) + text) }],
        };

        var read = ContentFile.Read(new StringReader(TemporaryStore.Text(content)));

        Assert.Equal(content.Questions, read.Questions);
    }

    private static IReadOnlyList<FileProblem> Problems(string file) =>
        Assert.Throws<ContentFileException>(() => ContentFile.Read(new StringReader(file))).Problems;

    private static string LineOf(string file, FileProblem problem) => file.Split('\n')[(int)problem.Position!.Value.Line - 1];
}
