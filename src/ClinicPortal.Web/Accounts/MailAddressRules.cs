using System.Globalization;
using System.Text;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Which e-mail addresses people may sign in with: those of RFC 5321 in ASCII, without quotes before the @ and with a domain name after it.
/// An address with other letters is no mistake of its owner's, but many mail servers do not deliver to it, and it can be written in ways
/// that look the same and are not.
/// </summary>
public static class MailAddressRules
{
    private const int MaxLength = 254;
    private const int LocalMaxLength = 64;
    private const int LabelMaxLength = 63;
    private const string Signs = "!#$%&'*+-/=?^_`{|}~";
    private const string Invisible = "a sign that cannot be seen";
    private const string Example = "for example name@clinic.example";

    /// <summary>Why nobody can be invited by this address; none, if it can be used.</summary>
    public static string? ProblemOf(string address) =>
        address.Length == 0 ? $"Give an e-mail address, {Example}."
        : address.Length > MaxLength ? $"This e-mail address is too long: it may have {MaxLength} characters."
        : FirstStrange(address) is { } strange ? Strange(address, strange)
        : address.Split('@') is not [{ Length: > 0 } local, { Length: > 0 } domain]
            ? $"\"{address}\" is no e-mail address. It needs one @ between a name and a domain, {Example}."
        : local.Length > LocalMaxLength ? $"The part before the @ is too long: it may have {LocalMaxLength} characters."
        : local.Split('.').Contains("")
            ? $"\"{local}\" cannot stand before the @: a dot may be neither first nor last there, nor follow another dot."
        : domain.Split('.') is [_] || !domain.Split('.').All(IsLabel)
            ? $"\"{domain}\" is no domain name. After the @ stand letters, digits and hyphens, in parts with dots between them, {Example}."
        : null;

    private static Rune? FirstStrange(string address)
    {
        foreach (var rune in address.EnumerateRunes())
            if (!IsAllowed(rune))
                return rune;
        return null;
    }

    private static string Strange(string address, Rune rune) =>
        $"\"{address}\" cannot be used here, because it has {NameOf(rune)} in it. "
        + "An e-mail address may have the letters a to z without accents, digits, dots "
        + $"and these signs before the @: {string.Join(' ', Signs.ToCharArray())}. "
        + "After the @ it may have letters, digits, hyphens and dots. Ask the person for another address.";

    private static string NameOf(Rune rune) => rune switch
    {
        { Value: ' ' } => "a space",
        _ when Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) => Invisible,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format => Invisible,
            UnicodeCategory.NonSpacingMark => "a letter with an accent",
            _ => $"\"{rune}\"",
        },
    };

    private static bool IsAllowed(Rune rune) =>
        rune.IsAscii && (char)rune.Value is var sign
        && (char.IsAsciiLetterOrDigit(sign) || sign is '.' or '@' || Signs.Contains(sign, StringComparison.Ordinal));

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LabelMaxLength && label[0] != '-' && label[^1] != '-'
        && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
