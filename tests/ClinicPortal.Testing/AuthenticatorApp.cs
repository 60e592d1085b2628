using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace ClinicPortal.Testing;

/// <summary>An authenticator app as RFC 6238 describes it, written apart from the portal's own.</summary>
public static class AuthenticatorApp
{
    [SuppressMessage("Security", "CA5350", Justification = "The algorithm that authenticator apps know.")]
    public static string CodeOf(string key, DateTimeOffset now)
    {
        var bits = string.Concat(
            key.Replace(" ", "").Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        var bytes = bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
        var hash = new HMACSHA1(bytes).ComputeHash(counter);
        var offset = hash[19] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
