using System.CommandLine;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Identity;

namespace ClinicPortal.Web.Commands;

/// <summary><c>staff invite</c>: how the first administrator comes in, and the way back for one who is locked out.</summary>
public static class StaffCommands
{
    public const string Name = "staff";

    public static async Task<int> RunAsync(string[] args)
    {
        var (portal, options) = PortalBuilder.ForCommand();
        portal.Services.AddStore(options).AddStaffIdentity();
        portal.Services.AddSingleton<IActor, CommandLineActor>();
        await using var services = portal.Services.BuildServiceProvider();
        var origin = (options.PublicOrigin?.GetLeftPart(UriPartial.Authority) ?? ServerUrls.FirstReachable(portal.Configuration))
            + options.PathBase;
        var staff = new Command(Name, "Looks after the people who sign in.") { Invite(services, origin) };
        var root = new RootCommand("Clinic Portal") { staff };
        // What goes wrong is told as for every command, see ErrorReporting.
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        return await ErrorReporting.NamingStoreAsync(options.DataDirectory, () => root.Parse(args).InvokeAsync(invocation));
    }

    private static Command Invite(IServiceProvider services, string origin)
    {
        var email = new Argument<string>("EMAIL") { Description = "The address that the person signs in with." };
        var name = new Option<string?>("--name") { Description = "As it will stand in the history; the address, if left out." };
        var role = new Option<StaffRole>("--role") { Description = "What the person may do.", DefaultValueFactory = _ => StaffRole.Editor };
        var registration = new Option<string?>("--registration") { Description = "Body and number of a reviewer's registration." };
        var password = new Option<bool>("--password-stdin")
        {
            Description = "Read a password from the input and set it at once, for automation.",
        };
        var factors = new Option<bool>("--reset-factors")
        {
            Description = "Take the person's authenticator app and passkeys away and end the sessions, for a lost phone.",
        };
        var command = new Command("invite", "Prints a link on which the person sets a password.")
        {
            email, name, role, registration, password, factors,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await services.GetRequiredService<PortalStore>().OpenAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
            await using var scope = services.CreateAsyncScope();
            var people = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
            var address = parsed.GetRequiredValue(email);
            var (person, result) = await people.InviteAsync(
                address, parsed.GetValue(name) ?? address, parsed.GetValue(role), parsed.GetValue(registration));
            if (result.Succeeded && parsed.GetValue(factors))
            {
                await scope.ServiceProvider.GetRequiredService<SecondFactors>().TakeAwayAsync(person);
                await services.GetRequiredService<StaffSessions>().EndAllOf(person.Id);
            }
            if (result.Succeeded && parsed.GetValue(password))
            {
                result = await people.SetPasswordAsync(person, (await Console.In.ReadLineAsync(cancel)) ?? "");
                return Say(result, $"{address} can sign in at {origin}{StaffMap.Root} as {person.Role}.");
            }
            return Say(result, !result.Succeeded ? "" : $"""
                {origin}{await people.LinkAsync(person)}
                Open this link within {StaffAccounts.LinkLife.TotalHours:0} hours to set a password. It works once.
                """);
        });
        return command;
    }

    private static int Say(IdentityResult result, string done)
    {
        if (result.Succeeded)
            Console.WriteLine(done);
        else
            Console.Error.WriteLine(string.Join(Environment.NewLine, result.Errors.Select(error => error.Description)));
        return result.Succeeded ? 0 : 1;
    }
}
