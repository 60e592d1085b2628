using System.Globalization;
using System.Security.Claims;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// The ways in: password, then a code for who has a second factor or a passkey; or a passkey, which is the whole of it.
/// </summary>
public sealed class StaffSignIn(
    UserManager<StaffUser> users, IHttpContextAccessor contexts, IUserClaimsPrincipalFactory<StaffUser> claims,
    IOptions<IdentityOptions> options, ILogger<SignInManager<StaffUser>> logger, IAuthenticationSchemeProvider schemes,
    IUserConfirmation<StaffUser> confirmation, SecondFactors factors, SignInTries tries, RefusalLog refusals, PortalOptions portal,
    TimeProvider clock)
    : SignInManager<StaffUser>(users, contexts, claims, options, logger, schemes, confirmation)
{
    /// <summary>How long a person counts as the one who has just signed in.</summary>
    private readonly TimeSpan _fresh = TimeSpan.FromMinutes(portal.ConfirmAfterMinutes);

    public const string TooManyTries = "Too many wrong tries. Wait five minutes and try again, sign in with a passkey if you have one, "
        + "or ask an administrator for a link.";

    private const string ShownAt = "shown-at";
    private const string WrongPassword = "Wrong password.";
    private const string WrongCode = "Wrong code of a second factor.";
    private const string WrongPasskey = "Showed a passkey that does not open the staff pages.";
    private const string MustWait = "Had to wait after too many wrong tries.";
    private const string UnknownAddress = "An address that nobody signs in with";

    /// <summary>What the audit log says of the next session.</summary>
    private string? _how = "Signed in.";

    /// <summary>Whether this session has had a password, passkey or code a short while ago.</summary>
    public bool IsFresh =>
        Context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.Items
            .TryGetValue(ShownAt, out var ticks) == true
        && clock.GetUtcNow().UtcTicks - long.Parse(ticks!, CultureInfo.InvariantCulture) < _fresh.Ticks;

    /// <summary>Stands in for whoever is not known.</summary>
    public static StaffUser Nobody { get; } = new()
    {
        Id = -1,
        UserName = "nobody",
        SecurityStamp = Guid.NewGuid().ToString(),
        // As dear to compare with as anybody's, or the time would tell who is known.
        PasswordHash = new PasswordHasher<StaffUser>(
            new OptionsWrapper<PasswordHasherOptions>(new() { IterationCount = StaffIdentity.HashRounds }))
            .HashPassword(new(), Guid.NewGuid().ToString()),
    };

    private string Client => RateLimits.ClientOf(Context.Connection.RemoteIpAddress);

    /// <summary>The first step. It says nothing, in words or in time, of who is known, invited or gone.</summary>
    public async Task<(StaffUser? Person, SignInResult Result)> SignInByPasswordAsync(string email, string password)
    {
        var person = await UserManager.FindByEmailAsync(email);
        var result = await JudgePasswordAsync(email, person, password);
        _how = "Signed in with a password.";
        return (person, result.Succeeded ? await SignInOrTwoFactorAsync(person!, isPersistent: false) : result);
    }

    public async Task<SecondStep> SecondStepOfAsync(StaffUser person) => new(
        person.TwoFactorEnabled, (await UserManager.GetPasskeysAsync(person)).Count > 0, await UserManager.CountRecoveryCodesAsync(person));

    /// <summary>Whoever has a passkey is not let in by the password alone: one that has been found out would open the account.</summary>
    public override async Task<bool> IsTwoFactorEnabledAsync(StaffUser user) => (await SecondStepOfAsync(user)).IsAsked;

    /// <summary>The password of somebody who is signed in.</summary>
    public Task<SignInResult> ConfirmPasswordAsync(StaffUser person, string password) =>
        JudgePasswordAsync(person.Email!, person, password);

    private async Task<SignInResult> JudgePasswordAsync(string email, StaffUser? person, string password)
    {
        var account = UserManager.NormalizeEmail(email)!;
        var subject = person is null ? UnknownAddress : AuditRecord.SubjectOf(person);
        if (tries.Begin(account, Client) is not { } more)
            return Refused(MustWait, subject, SignInResult.LockedOut);
        var comesIn = person is { Left: false, PasswordHash: not null };
        var compared = comesIn ? person! : Nobody;
        var judged = UserManager.PasswordHasher.VerifyHashedPassword(compared, compared.PasswordHash!, password);
        if (comesIn && judged != PasswordVerificationResult.Failed)
        {
            if (judged == PasswordVerificationResult.SuccessRehashNeeded)
                await HashAnewAsync(person!, password);
            tries.Forget(account, Client);
            return SignInResult.Success;
        }
        return Refused(WrongPassword, subject, more == 0 ? SignInResult.LockedOut : SignInResult.Failed);
    }

    /// <summary>As the framework would, but for the person's stamp: it is the same password, and ends no session.</summary>
    private async Task HashAnewAsync(StaffUser person, string password)
    {
        person.PasswordHash = UserManager.PasswordHasher.HashPassword(person, password);
        await UserManager.UpdateAsync(person);
    }

    private SignInResult Refused(string what, string subject, SignInResult result)
    {
        refusals.Add(what, subject);
        return result;
    }

    /// <summary>The second step of somebody whose password was right.</summary>
    public async Task<SignInResult> CodeSignInAsync(StaffUser person, string code)
    {
        var result = await JudgeCodeAsync(person, code);
        if (!result.Succeeded)
            return result;
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SignInAsync(person, "Signed in with a password and a code.");
        return result;
    }

    /// <summary>
    /// The code of somebody whose password was right. Wrong ones count for the account from wherever they come: a code is short, and only
    /// who knows the password can use the tries up.
    /// </summary>
    public async Task<SignInResult> JudgeCodeAsync(StaffUser person, string code)
    {
        const string Anywhere = "";
        var (account, subject) = ($"the codes of {person.Id}", AuditRecord.SubjectOf(person));
        if (!await CanSignInAsync(person))
            return Refused(WrongCode, subject, SignInResult.NotAllowed);
        if (tries.Begin(account, Anywhere) is not { } more)
            return Refused(MustWait, subject, SignInResult.LockedOut);
        if (!await factors.RedeemAsync(person, code))
            return Refused(WrongCode, subject, more == 0 ? SignInResult.LockedOut : SignInResult.Failed);
        tries.Forget(account, Anywhere);
        return SignInResult.Success;
    }

    /// <summary>
    /// The person to whom the passkey belongs; none, if it is not good here. Wrong passwords never lock a passkey out: who knows only an
    /// address could otherwise keep its owner from every way in.
    /// </summary>
    public async Task<StaffUser?> FindByPasskeyAsync(string? credential)
    {
        var found = await AssertAsync(credential);
        if (found is { Succeeded: true } && await CanSignInAsync(found.User)
            && (await UserManager.AddOrUpdatePasskeyAsync(found.User, found.Passkey)).Succeeded)
            return found.User;
        refusals.Add(WrongPasskey, found?.User is { } person ? AuditRecord.SubjectOf(person) : "");
        return null;
    }

    /// <param name="person">Whose session begins.</param>
    /// <param name="how">A sentence for the audit log.</param>
    public Task SignInAsync(StaffUser person, string how)
    {
        _how = how;
        return SignInAsync(person, isPersistent: false);
    }

    /// <summary>Goes on in a new session after the person has shown again who it is.</summary>
    /// <param name="person">Who is signed in.</param>
    /// <param name="how">A sentence for the audit log.</param>
    public Task ConfirmAsync(StaffUser person, string how)
    {
        _how = how;
        return base.RefreshSignInAsync(person);
    }

    public override Task RefreshSignInAsync(StaffUser user)
    {
        _how = null;
        return base.RefreshSignInAsync(user);
    }

    /// <summary>
    /// Begins a new session under a key of its own. The framework goes on with the key that the browser came with, and whoever had put it
    /// there would be signed in too.
    /// </summary>
    public override async Task SignInWithClaimsAsync(
        StaffUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var properties = authenticationProperties ?? new();
        StaffSessions.Record(properties, _how);
        properties.Items[ShownAt] = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture);
        if (Context.User.Identity is not { IsAuthenticated: true })
        {
            await base.SignInWithClaimsAsync(user, properties, additionalClaims);
            return;
        }
        await Context.SignOutAsync(AuthenticationScheme);
        var handler = ActivatorUtilities.CreateInstance<CookieAuthenticationHandler>(Context.RequestServices);
        var known = Context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        await handler.InitializeAsync((await known.GetSchemeAsync(AuthenticationScheme))!, Context);
        var person = await CreateUserPrincipalAsync(user);
        person.Identities.First().AddClaims(additionalClaims);
        await handler.SignInAsync(person, properties);
        Context.User = person;
    }

    /// <summary>What a new passkey answered; none, if nobody had asked for one here, or more than five minutes ago.</summary>
    public async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        try
        {
            return await PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<PasskeyAssertionResult<StaffUser>?> AssertAsync(string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // Nobody had asked for one here, or more than five minutes ago.
            return null;
        }
    }
}
