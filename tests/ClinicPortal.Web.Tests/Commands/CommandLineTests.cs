using ClinicPortal.Web.Commands;

namespace ClinicPortal.Web.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls", "http://localhost:5080")]
    [InlineData("--Portal:Market=uk", "--environment", "Production")]
    [InlineData("/urls", "http://localhost:5080")]
    [InlineData("Portal:Market=uk")]
    public async Task Settings_alone_serve_the_portal(params string[] words)
    {
        var (code, served, output, error) = await RunAsync(words);

        Assert.Equal(words, served);
        Assert.Equal((0, "", ""), (code, output, error));
    }

    [Theory]
    [InlineData("There is no command \"contents\". Did you mean content? Nothing was started.", "contents")]
    [InlineData("There is no command \"backups\". Did you mean backup? Nothing was started.", "backups")]
    [InlineData("There is no command \"Staff\". Did you mean staff? Nothing was started.", "Staff", "invite", "a@clinic.example")]
    [InlineData("The command content comes first. Nothing was started.", "--urls", "http://localhost:5080", "content", "export")]
    [InlineData("The command health takes no other words.", "health", "--urls", "http://localhost:5080")]
    [InlineData("The command doctor takes no other words.", "doctor", "--fix")]
    [InlineData("The setting \"--urls\" has no value.", "--urls")]
    public async Task A_word_that_is_none_of_its_own_starts_nothing(string problem, params string[] words)
    {
        var (code, served, _, error) = await RunAsync(words);

        Assert.Equal(1, code);
        Assert.Null(served);
        Assert.StartsWith(problem, error, StringComparison.Ordinal);
        Assert.Contains("--help lists the commands", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Help_lists_the_commands_and_starts_nothing(string word)
    {
        var (code, served, output, _) = await RunAsync(word);

        Assert.Equal(0, code);
        Assert.Null(served);
        Assert.All(
            ["content", "staff", "backup", "health", "doctor", "--urls"],
            known => Assert.Contains(known, output, StringComparison.Ordinal));
    }

    private static async Task<(int Code, string[]? Served, string Output, string Error)> RunAsync(params string[] words)
    {
        string[]? served = null;
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            words,
            settings =>
            {
                served = settings;
                return Task.FromResult(0);
            },
            output,
            error);
        return (code, served, output.ToString(), error.ToString());
    }
}
