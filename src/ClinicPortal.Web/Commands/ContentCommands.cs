using System.CommandLine;
using ClinicPortal.Core;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Commands;

/// <summary>
/// <c>content import</c>, <c>export</c>, <c>publish</c> and <c>schema</c>, on the store that the portal itself would use.
/// </summary>
public static class ContentCommands
{
    public const string Name = "content";

    /// <param name="args">The whole command line, from <see cref="Name"/> on.</param>
    /// <returns>0 if it was done; otherwise the reason stands on the error stream.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var (portal, options) = PortalBuilder.ForCommand();
        await using var services = portal.Services
            .AddClinicStore(options.DataDirectory, new(options.Backup, options.TimeZone)).AddSingleton<IActor, CommandLineActor>()
            .BuildServiceProvider();
        return await RunAsync(args, new ContentWork(services, services.GetRequiredService<TimeProvider>(), Console.Out, Console.Error));
    }

    /// <summary>The same on a store that is already there.</summary>
    public static Task<int> RunAsync(string[] args, ContentWork work)
    {
        var root = new RootCommand("Clinic Portal") { Content(work) };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = work.Output, Error = work.Error });
    }

    private static Command Content(ContentWork work) => new(Name, "Moves the clinic's content in and out of the store.")
    {
        Import(work), Export(work), Publish(work), Schema(work),
    };

    private static Command Import(ContentWork work)
    {
        var file = File("The content file to read.");
        var dryRun = new Option<bool>("--dry-run") { Description = "List what would change, and change nothing." };
        var publish = new Option<bool>("--publish") { Description = "Publish the result at once." };
        var reason = Reason();
        var command = new Command("import", "Makes the store say what a content file says.") { file, dryRun, publish, reason };
        command.Validators.Add(result =>
        {
            if (result.GetValue(dryRun) && result.GetValue(publish))
                result.AddError("A dry run publishes nothing. Leave out --dry-run or --publish.");
            if (result.GetValue(reason) is not null && !result.GetValue(publish))
                result.AddError("A reason is for publishing. Add --publish, or leave out --reason.");
        });
        command.SetAction((parsed, cancel) =>
            work.ImportAsync(
                parsed.GetRequiredValue(file), parsed.GetValue(dryRun), parsed.GetValue(publish), parsed.GetValue(reason), cancel));
        return command;
    }

    private static Command Export(ContentWork work)
    {
        var file = File("The file to write.");
        var command = new Command("export", "Writes what the store says, archived things included.") { file };
        command.SetAction((parsed, cancel) => work.ExportAsync(parsed.GetRequiredValue(file), cancel));
        return command;
    }

    private static Command Publish(ContentWork work)
    {
        var by = new Option<string>("--by") { Description = "Who publishes.", DefaultValueFactory = _ => ContentWork.Self };
        var note = new Option<string?>("--note") { Description = "What has changed, in a few words." };
        var reason = Reason();
        var command = new Command("publish", "Publishes what the store says as the next edition.") { by, note, reason };
        command.SetAction((parsed, cancel) =>
            work.PublishAsync(parsed.GetRequiredValue(by), parsed.GetValue(note), parsed.GetValue(reason), cancel));
        return command;
    }

    private static Command Schema(ContentWork work)
    {
        var file = File("The file to write.");
        var command = new Command("schema", "Writes the JSON Schema of content files, for editors that check as one types.") { file };
        command.SetAction((parsed, cancel) => work.SchemaAsync(parsed.GetRequiredValue(file), cancel));
        return command;
    }

    private static Option<string?> Reason() => new("--reason")
    {
        Description = "Why patients are to read what no clinician has signed. Patients can read the reason.",
    };

    private static Argument<string> File(string description) => new("FILE") { Description = description };
}
