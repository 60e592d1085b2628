using System.Security.Cryptography;
using System.Text;

namespace ClinicPortal.Core.Storage;

/// <summary>The random part of an address that lets somebody in. The store keeps its hash only, which opens nothing.</summary>
internal static class LinkKey
{
    private const int Length = 64;

    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    public static string HashOf(string? key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key ?? "")));
}
