namespace ClinicPortal.Web.Accounts;

/// <summary>Where nobody can look after people yet, the log names the one command that changes it.</summary>
public static partial class FirstSteps
{
    public static async Task LogFirstStepsAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<StaffAccounts>().HasAdministratorAsync(app.Lifetime.ApplicationStopping))
            LogHowToBegin(app.Logger);
    }

    [LoggerMessage(1003, LogLevel.Information,
        "No administrator can sign in yet. "
        + "Invite one: dotnet run --project src/ClinicPortal.Web -- staff invite EMAIL --role Administrator")]
    private static partial void LogHowToBegin(ILogger logger);
}
