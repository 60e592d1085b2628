using System.Text.RegularExpressions;
using ClinicPortal.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClinicPortal.Core.Tests;

/// <summary>
/// What the software says by itself names no body part, no product and no field: such words come from the clinic's own store.
/// </summary>
public partial class FixedWordsTests
{
    [Fact]
    public void No_text_of_the_code_speaks_of_a_field() =>
        Assert.Empty(
            from file in Files("src", "*.cs")
            from token in CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: TestContext.Current.CancellationToken)
                .GetRoot(TestContext.Current.CancellationToken)
                .DescendantTokens(descendIntoTrivia: false)
            where token.Kind() is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            from words in FieldWords.In(token.ValueText)
            select $"{Named(file)}({token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {words}");

    [Fact]
    public void No_page_speaks_of_a_field() =>
        Assert.Empty(
            from file in Files("src", "*.cshtml")
            from line in File.ReadLines(file).Index()
            from words in FieldWords.In(line.Item)
            select $"{Named(file)}({line.Index + 1}): {words}");

    [Fact]
    public void No_text_of_a_script_speaks_of_a_field() =>
        Assert.Empty(
            from file in Files(Path.Combine("wwwroot", "js"), "*.js")
            from text in CommentOrText().Matches(File.ReadAllText(file)).Select(match => match.Groups["text"].Value)
            from words in FieldWords.In(text)
            select $"{Named(file)}: {words}");

    [Theory]
    [InlineData("It settles.", true)]
    [InlineData("No treatment always stands beside them.", true)]
    [InlineData("no treatments", false)]
    [InlineData("The strip__session of a strip", false)]
    public void A_word_of_a_field_is_told_from_one_that_only_looks_like_it(string text, bool isOne) =>
        Assert.Equal(isOne, FieldWords.In(text).Any());

    private static string[] Files(string folder, string pattern)
    {
        var files = Directory.GetFiles(Path.Combine(SampleClinic.RepositoryRoot(), folder), pattern, SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return files;
    }

    private static string Named(string file) => Path.GetRelativePath(SampleClinic.RepositoryRoot(), file);

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|(?<quote>["'`])(?<text>(?:\\.|(?!\k<quote>)[^\\])*)\k<quote>""", RegexOptions.Singleline)]
    private static partial Regex CommentOrText();
}
