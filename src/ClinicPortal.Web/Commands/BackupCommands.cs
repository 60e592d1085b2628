using System.CommandLine;
using ClinicPortal.Core;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Commands;

/// <summary><c>backup create</c>, <c>list</c>, <c>verify</c>, <c>restore</c> and <c>drill</c>, on the portal's data folder.</summary>
public static class BackupCommands
{
    public const string Name = "backup";

    /// <param name="args">The whole command line, from <see cref="Name"/> on.</param>
    /// <returns>0 if it was done; otherwise the reason stands on the error stream.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var (portal, options) = PortalBuilder.ForCommand();
        portal.Services.AddClinicStore(options.DataDirectory, new(options.Backup, options.TimeZone)).AddSingleton<ClinicCalendar>();
        await using var services = portal.Services.BuildServiceProvider();
        return await RunAsync(args, new BackupWork(services, Console.Out, Console.Error));
    }

    /// <summary>The same on services that are already there.</summary>
    public static Task<int> RunAsync(string[] args, BackupWork work)
    {
        var root = new RootCommand("Clinic Portal") { Backup(work) };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = work.Output, Error = work.Error });
    }

    private static Command Backup(BackupWork work) =>
        new(Name, "Keeps the database, the keys and the media safe, and brings them back.")
        {
            Plain("create", "Makes a backup now. The portal may go on running.", work.CreateAsync),
            Plain("list", "Lists the backups, the newest first.", work.ListAsync),
            Verify(work),
            Restore(work),
            Plain("drill", "Restores the newest backup into a scratch folder, opens the clinic there and says whether all is there.",
                work.DrillAsync),
        };

    private static Command Plain(string name, string description, Func<CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, cancel) => run(cancel));
        return command;
    }

    private static Command Verify(BackupWork work)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "A backup, by its name in the list or by its path. All of the list, if left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("verify", "Unpacks backups and checks that each is whole.") { file };
        command.SetAction((parsed, cancel) => work.VerifyAsync(parsed.GetValue(file), cancel));
        return command;
    }

    private static Command Restore(BackupWork work)
    {
        var file = new Argument<string>("FILE") { Description = "A backup, by its name in the list or by its path." };
        var yes = new Option<bool>("--yes")
        {
            Description = "Also where the portal holds something newer, which is then kept in a backup.",
        };
        var command = new Command("restore", "Puts a backup in the place of the portal's data. The portal must be stopped.") { file, yes };
        command.SetAction((parsed, cancel) => work.RestoreAsync(parsed.GetRequiredValue(file), parsed.GetValue(yes), cancel));
        return command;
    }
}
