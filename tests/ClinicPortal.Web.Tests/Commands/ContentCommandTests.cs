using ClinicPortal.Core;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;
using ClinicPortal.Web.Commands;
using Microsoft.Extensions.DependencyInjection;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Web.Tests.Commands;

public sealed class ContentCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clinic-portal-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_dry_run_lists_what_an_import_then_does()
    {
        var file = Written("content.yaml", TemporaryStore.Text(Content));

        Assert.Equal(0, await RunAsync("import", file, "--dry-run"));
        Assert.Contains("add treatment rolling", _output.ToString());
        Assert.Contains("this was a dry run", _output.ToString());

        _output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync("import", file));
        Assert.Contains("add treatment rolling", _output.ToString());

        Assert.Equal(0, await RunAsync("import", file));
        Assert.Contains("The store says so already", _output.ToString());
        // One for each import, and none for a dry run.
        Assert.Equal(0, await RunAsync("import", file, "--dry-run"));
        Assert.Equal(
            [BackupReason.BeforeImport, BackupReason.BeforeImport], BackupFile.In(In("data/backups")).Select(backup => backup.Reason));
    }

    [Fact]
    public async Task An_export_writes_the_bytes_that_were_imported()
    {
        var file = Written("content.yaml", TemporaryStore.Text(Content));
        await RunAsync("import", file);

        Assert.Equal(0, await RunAsync("export", In("export.yaml")));

        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(In("export.yaml")));
    }

    [Theory]
    [InlineData("export", "export.YML", ".txt")]
    [InlineData("schema", "content.json", ".yaml")]
    public async Task Only_an_older_file_of_its_kind_is_written_over(string command, string own, string other)
    {
        await RunAsync("import", Written("content.yaml", TemporaryStore.Text(Content)));
        var (written, kept) = (Written(own, "older"), Written($"kept{other}", "older"));

        Assert.Equal(0, await RunAsync(command, written));
        Assert.Equal(1, await RunAsync(command, kept));

        Assert.NotEqual("older", File.ReadAllText(written));
        Assert.Equal("older", File.ReadAllText(kept));
        Assert.Contains($"{kept} is there already", _error.ToString());
    }

    [Fact]
    public async Task An_import_can_publish_at_once_and_what_has_not_changed_is_not_published_again()
    {
        var file = Written("content.yaml", TemporaryStore.Text(Content));

        Assert.Equal(1, await RunAsync("import", file, "--publish"));
        Assert.Contains("add --reason with the reason for publishing anyway", _error.ToString());
        Assert.Equal(0, await RunAsync("import", file, "--publish", "--reason", "Moved from another portal"));
        Assert.Contains("Published edition 1.", _output.ToString());

        Assert.Equal(0, await RunAsync("publish", "--by", "Example Editor", "--note", "Again"));
        Assert.Contains("Nothing has changed since edition 1", _output.ToString());
    }

    [Fact]
    public async Task An_answer_that_contradicts_itself_is_told_and_stops_nothing()
    {
        var file = Written(
            "content.yaml", TemporaryStore.Text(WithAnswer("sessions", answer => answer with { Text = En("Five."), Brief = En("5") })));
        const string Warning =
            "Warning: treatments[1].answers[1].value.parts[0]: “sessions” of roll: the measured value says “about 3 or 4”, but the text "
                + "does not "
            + "say 3 or 4. Change the value, or say it in the text.";

        Assert.Equal(0, await RunAsync("import", file));
        Assert.Contains(Warning, _error.ToString());

        _error.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync("publish", "--reason", "For a test"));
        Assert.Contains(Warning, _error.ToString());
        Assert.Contains("Published edition 1.", _output.ToString());
    }

    [Fact]
    public async Task The_schema_is_written()
    {
        Assert.Equal(0, await RunAsync("schema", In("schema.json")));

        Assert.Equal(ContentSchema.Text(), File.ReadAllText(In("schema.json")));
    }

    [Fact]
    public async Task A_file_that_breaks_a_rule_is_refused_with_its_line()
    {
        var file = Written("content.yaml", TemporaryStore.Text(Content).Replace("criterion: cost", "criterion: price"));

        Assert.Equal(1, await RunAsync("import", file));

        Assert.Matches(
            @"content\.yaml:\d+:\d+: treatments\[1\]\.answers\[4\]\.criterion: No criterion goes by ""price""", _error.ToString());
        Assert.DoesNotContain("   at ", _error.ToString());
    }

    [Theory]
    [InlineData("There is no file", "import", "missing.yaml")]
    [InlineData("There is no store in", "export", "export.yaml")]
    [InlineData("There is no store in", "publish")]
    [InlineData("Check the path and its permissions", "schema", "no/such/folder/schema.json")]
    [InlineData("FILE", "import")]
    [InlineData("A dry run publishes nothing", "import", "any.yaml", "--dry-run", "--publish")]
    [InlineData("A reason is for publishing", "import", "any.yaml", "--reason", "Sample content")]
    [InlineData("--dry", "import", "any.yaml", "--dry")]
    [InlineData("", "frobnicate")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        Assert.Equal(1, await RunAsync(arguments));

        Assert.Contains(sentence, _error.ToString());
        Assert.DoesNotContain("   at ", _error.ToString());
    }

    [Fact]
    public async Task A_database_that_is_none_is_said_in_a_sentence()
    {
        Directory.CreateDirectory(In("data"));
        await File.WriteAllTextAsync(
            In("data/portal.db"), string.Concat(Enumerable.Repeat("no database ", 100)), TestContext.Current.CancellationToken);

        Assert.Equal(1, await RunAsync("export", In("export.yaml")));

        Assert.Contains("cannot be used", _error.ToString());
    }

    private async Task<int> RunAsync(params string[] arguments)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddSingleton(SampleClinic.Pictures).AddClinicStore(In("data")).BuildServiceProvider();
        var inFolder = arguments.Select((argument, index) => index == 1 && !argument.StartsWith('-') ? In(argument) : argument);
        return await ContentCommands.RunAsync(
            [ContentCommands.Name, .. inFolder], new ContentWork(services, TimeProvider.System, _output, _error));
    }

    private string In(string file) => Path.Combine(_folder, file);

    private string Written(string file, string text)
    {
        File.WriteAllText(In(file), text);
        return In(file);
    }
}
