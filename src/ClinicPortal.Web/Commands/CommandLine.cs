using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Commands;

/// <summary>
/// What the words after the program's name ask for: a command, the list of commands or, where there are only settings, the portal itself.
/// A word that is none of these is refused: a misspelt command must not start a portal.
/// </summary>
public static class CommandLine
{
    private static readonly string[] Commands =
        [ContentCommands.Name, StaffCommands.Name, BackupCommands.Name, HealthCommand.Name, DoctorCommand.Name];

    private static readonly string[] Help = ["--help", "-h", "-?", "/?", "help"];

    private static readonly string Usage =
        $"""
        Usage: ClinicPortal.Web [SETTINGS]
               ClinicPortal.Web COMMAND

        Without a command it serves the portal. Settings replace those of appsettings.json:
          --urls http://localhost:5080 --Portal:DataDirectory /srv/portal
        Commands read their settings from appsettings.json and the environment (Portal__DataDirectory=/srv/portal).

        Commands (for more: "content --help", "staff --help", "backup --help"):
          {ContentCommands.Name,-9} moves the clinic's content in and out of the store
          {StaffCommands.Name,-9} looks after the people who sign in
          {BackupCommands.Name,-9} makes, checks and restores backups
          {HealthCommand.Name,-9} asks the portal on this machine whether it is ready
          {DoctorCommand.Name,-9} checks settings, permissions, disk, database, keys, backups and mail
        """;

    /// <param name="args">All the words.</param>
    /// <param name="serve">Serves the portal until it is stopped.</param>
    /// <returns>The exit code; 1 for a word that cannot be understood, and nothing was started then.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> serve, TextWriter output, TextWriter error)
    {
        switch (args)
        {
            case [ContentCommands.Name, ..]:
                return await ContentCommands.RunAsync(args);
            case [StaffCommands.Name, ..]:
                return await StaffCommands.RunAsync(args);
            case [BackupCommands.Name, ..]:
                return await BackupCommands.RunAsync(args);
            case [HealthCommand.Name]:
                return await HealthCommand.RunAsync();
            case [DoctorCommand.Name]:
                return await DoctorCommand.RunAsync();
            case [var word, ..] when Help.Contains(word, StringComparer.Ordinal):
                await output.WriteLineAsync(Usage);
                return 0;
        }
        if (ProblemIn(args) is not { } problem)
            return await serve(args);
        await error.WriteLineAsync($"{problem} Nothing was started. --help lists the commands.");
        return 1;
    }

    /// <summary>The first word that is no setting of the forms <c>--key value</c> and <c>key=value</c>; nothing, where all are.</summary>
    private static string? ProblemIn(string[] args)
    {
        if (args is [HealthCommand.Name or DoctorCommand.Name, ..])
            return $"The command {args[0]} takes no other words.";
        for (var at = 0; at < args.Length; at++)
        {
            var word = args[at];
            if (word.Contains('=', StringComparison.Ordinal))
                continue;
            if (!word.StartsWith('-') && !word.StartsWith('/'))
                return Commands.Contains(word) ? $"The command {word} comes first." : $"There is no command \"{word}\"." + Meant(word);
            if (++at == args.Length)
                return $"The setting \"{word}\" has no value.";
        }
        return null;
    }

    private static string Meant(string word) =>
        NearestName.To(word, Commands) is { } near ? $" Did you mean {near}?" : "";
}
