using System.CommandLine;
using ClinicPortal.Core;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
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
        portal.Services.AddClinicStore(options.DataDirectory, new(options.Backup, options.TimeZone)).AddSingleton<ClinicCalendar>()
            .AddSingleton<IActor, CommandLineActor>();
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
        new(Name, "Makes, checks and restores backups of the database, the keys and the media.")
        {
            Plain("create", "Makes a backup now. The portal can keep running.", work.CreateAsync),
            Plain("list", "Lists the backups, the newest first.", work.ListAsync),
            Verify(work),
            Restore(work),
            Plain("drill", "Restores the newest backup into a temporary folder and checks that the clinic opens there. The portal's own "
                + "data is not touched.", work.DrillAsync),
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
            Description = "The name of a backup in the list, or a path. If left out, all backups in the list are checked.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("verify", "Checks that backups are complete and undamaged.") { file };
        command.SetAction((parsed, cancel) => work.VerifyAsync(parsed.GetValue(file), cancel));
        return command;
    }

    private static Command Restore(BackupWork work)
    {
        var file = new Argument<string>("FILE") { Description = "The name of a backup in the list, or a path." };
        var yes = new Option<bool>("--yes")
        {
            Description = "Restores even if the portal has newer data. That data is kept as a backup first.",
        };
        var command = new Command("restore", "Replaces the portal's data with a backup. Stop the portal first.") { file, yes };
        command.SetAction((parsed, cancel) => work.RestoreAsync(parsed.GetRequiredValue(file), parsed.GetValue(yes), cancel));
        return command;
    }
}
