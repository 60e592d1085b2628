using ClinicPortal.Core.Publishing;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Whether what the portal stands on is right, and what to do where it is not.</summary>
[Authorize(Policies.Administrator)]
public sealed class SystemModel(
    SystemChecks checks, PortalOptions options, ProxySightings proxies, CurrentEdition current) : StaffPageModel
{
    private SystemCheck? _mail;

    public override string Title => StaffMap.System.Name;

    /// <summary>What is wrong first, then what may be.</summary>
    public IReadOnlyList<SystemCheck> Checks { get; private set; } = [];

    public int Wrong => Checks.Count(check => check.State is SystemState.Wrong);

    public int Unsure => Checks.Count(check => check.State is SystemState.Unsure);

    public bool HasMailServer => options.Smtp.Host is not null;

    public async Task<IActionResult> OnPostMailAsync(CancellationToken cancel)
    {
        _mail = await MailCheck.TryAsync(options.Smtp, cancel);
        return await ShowAsync(cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Checks =
        [
            .. from check in (IEnumerable<SystemCheck>)
                [.. await checks.RunAsync(cancel), .. Proxies(), Edition(), _mail ?? MailCheck.Of(options.Smtp)]
               orderby check.State descending
               select check,
        ];
        return Page();
    }

    private SystemCheck Edition() => SystemCheck.Right(
        "Edition",
        current.Edition.Number == 0 ? "Nothing has been published yet." : $"Patients read edition {current.Edition.Number}.");

    private IEnumerable<SystemCheck> Proxies()
    {
        const string Subject = "Proxy";
        if (proxies.Prefix is { } prefix)
            yield return SystemCheck.Wrong(
                Subject,
                $"The proxy says that the portal is under {prefix}, but Portal:PathBase is "
                    + $"{(options.PathBase == "" ? "not set" : $"\"{options.PathBase}\"")}. Links in emails, printed codes and the sitemap "
                    + "may be wrong.",
                $"If patients reach the portal under {prefix}, set Portal:PathBase to it and start the portal again. If not, make the "
                    + "proxy remove X-Forwarded-Prefix.");
        if (proxies.Untrusted is { } untrusted)
            yield return SystemCheck.Unsure(
                Subject,
                $"{untrusted} and is not a trusted proxy. If people come through it, they all count as one client.",
                "If it is the clinic's proxy, add its address to Portal:TrustedProxies and start the portal again. "
                    + "If you do not recognise this address, check that your own proxy is in Portal:TrustedProxies. "
                    + "Only the first such address since the start is shown.");
        else if (options.TrustedProxies.Count > 0)
            yield return SystemCheck.Right(
                Subject,
                $"Trusted: {string.Join(", ", options.TrustedProxies)}. No other proxy has passed on addresses since the portal started.");
        else if (options.IsHttps)
            yield return SystemCheck.Unsure(
                Subject,
                "No proxy is trusted, and none has passed on a client's address since the portal started.",
                "If there is a proxy in front of the portal, add its address to Portal:TrustedProxies. "
                    + "Until then, everyone behind it counts as one client.");
        else
            yield return SystemCheck.Right(Subject, "No proxy has passed on a client's address since the portal started.");
    }
}
