using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Publishing;

/// <summary>How an edition's entries are written and read, each type in its own format.</summary>
public static class EntryFormat
{
    private const string Clinic = "clinic";

    public static IReadOnlyList<StoredEntry> Write(ClinicContent content) => Write(content, [], FormatSteps.OfThisRelease);

    /// <param name="content">What the entries say.</param>
    /// <param name="before">
    /// Of the edition before: what says the same in an older format stays as it is, so that a new format alone is no change.
    /// </param>
    /// <param name="formats">In which it is written.</param>
    public static IReadOnlyList<StoredEntry> Write(ClinicContent content, IReadOnlyList<StoredEntry> before, FormatSteps formats) =>
    [
        .. Write(Clinic, typeof(ClinicEntry), [content.Clinic], before, formats),
        .. CatalogueKinds.All.SelectMany(kind => Write(kind.Name, kind.EntryType, kind.EntriesIn(content), before, formats)),
    ];

    /// <exception cref="EditionFormatException">An entry was written by a newer release.</exception>
    public static ClinicContent Read(IReadOnlyList<StoredEntry> entries) => Read(entries, FormatSteps.OfThisRelease);

    /// <inheritdoc cref="Read(IReadOnlyList{StoredEntry})"/>
    public static ClinicContent Read(IReadOnlyList<StoredEntry> entries, FormatSteps formats)
    {
        if (entries.FirstOrDefault(entry => entry.Kind != Clinic && CatalogueKinds.All.All(kind => kind.Name != entry.Kind)) is { } unknown)
            throw new EditionFormatException(
                $"An edition holds a {unknown.Kind}, which this version of the portal does not know. "
                + "Install the version that published it, or a newer one.");
        return CatalogueKinds.All.Aggregate(
            new ClinicContent
            {
                Format = ClinicContent.CurrentFormat,
                Clinic = (ClinicEntry)Read(entries, Clinic, typeof(ClinicEntry), formats).Single(),
            },
            (content, kind) => kind.With(content, Read(entries, kind.Name, kind.EntryType, formats)));
    }

    private static IEnumerable<StoredEntry> Write(
        string kind, Type type, IReadOnlyList<object> entries, IReadOnlyList<StoredEntry> before, FormatSteps formats)
    {
        var format = formats.Current(type);
        var older =
            before.Where(stored => stored.Kind == kind && stored.Format < format).ToLookup(stored => Json(formats.Read(stored, type)));
        return entries.Select(Json).Select(json => older[json].FirstOrDefault() ?? Stored(kind, format, json));
    }

    private static StoredEntry Stored(string kind, int format, string json)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{format}\n{json}"));
        return new() { Hash = Convert.ToHexStringLower(hash), Kind = kind, Format = format, Json = json };
    }

    private static string Json(object entry) => JsonSerializer.Serialize(entry, entry.GetType(), ContentJson.Options);

    private static IEnumerable<object> Read(IReadOnlyList<StoredEntry> entries, string kind, Type type, FormatSteps formats) =>
        entries.Where(entry => entry.Kind == kind).Select(entry => formats.Read(entry, type));
}
