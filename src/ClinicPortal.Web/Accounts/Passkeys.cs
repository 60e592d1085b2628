using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// What a passkey of this portal is: bound to its public name, found without asking for an address, unlocked by its owner.
/// </summary>
public static class Passkeys
{
    public const int MostPerPerson = 10;

    public const int NameMaxLength = 60;

    /// <summary>By their COSE numbers: ES256, ES384, ES512 and, because Windows Hello makes no other, RS256.</summary>
    private static readonly HashSet<int> Algorithms = [-7, -35, -36, -257];

    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>().Configure<PortalOptions>((options, portal) =>
        {
            // Never the Host header, which anybody can write; nor another origin under the same name, which could pass a sign-in on.
            var origin = portal.PublicOrigin;
            options.ServerDomain = origin?.Host ?? "localhost";
            options.ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var from)
                && (origin is null
                    ? from.Host == options.ServerDomain
                    : from.GetLeftPart(UriPartial.Authority) == origin.GetLeftPart(UriPartial.Authority)));
            options.IsAllowedAlgorithm = Algorithms.Contains;
            options.UserVerificationRequirement = options.ResidentKeyRequirement = "required";
        });
        return services;
    }
}
