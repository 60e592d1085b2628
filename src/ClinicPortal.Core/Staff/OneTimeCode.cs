using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClinicPortal.Core.Staff;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, six digits, a new one every 30 seconds). Written here and not taken from the framework,
/// because that one does not say in which half minute a code was good, and a code must not be good twice.
/// </summary>
public static class OneTimeCode
{
    public const int Digits = 6;

    private const int SecondsPerStep = 30;
    private const int KeyLength = 32;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string NewKey() => new(RandomNumberGenerator.GetItems<char>(Alphabet, KeyLength));

    public static bool IsKey([NotNullWhen(true)] string? key) => key?.Length == KeyLength && key.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));

    /// <summary>The half minute to which the code belongs: this one, or one beside it, because clocks differ; none, if the code is wrong.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var present = now.ToUnixTimeSeconds() / SecondsPerStep;
        return new[] { present, present - 1, present + 1 }.Where(step => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(At(key, step)), Encoding.UTF8.GetBytes(code)))
            .Select(step => (long?)step).FirstOrDefault();
    }

    [SuppressMessage("Security", "CA5350", Justification = "The algorithm is the one that authenticator apps know; HMAC does not suffer from SHA-1's collisions.")]
    public static string At(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Bytes(key), counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bits = key.Aggregate(System.Numerics.BigInteger.Zero, (number, letter) => (number << 5) + Alphabet.IndexOf(letter, StringComparison.Ordinal));
        var bytes = bits.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[(key.Length * 5 / 8) - bytes.Length], .. bytes];
    }
}
