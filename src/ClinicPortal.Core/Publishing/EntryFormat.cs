using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Publishing;

/// <summary>
/// How an edition's entries are written and read. Any change of what an entry may hold raises <see cref="Current"/>, and the reader
/// keeps a way up from every older number, because an edition is never rewritten. An entry that holds nothing new is written in the older
/// format, so that what has not changed keeps its hash.
/// </summary>
public static class EntryFormat
{
    public const int Current = 3;

    private const int Second = 2;

    private const int First = 1;

    private const string Clinic = "clinic";

    public static IReadOnlyList<StoredEntry> Write(ClinicContent content) =>
    [
        Write(Clinic, content.Clinic),
        .. CatalogueKinds.All.SelectMany(kind => kind.EntriesIn(content).Select(entry => Write(kind.Name, entry))),
    ];

    /// <exception cref="EditionFormatException">An entry was written by a newer release.</exception>
    public static ClinicContent Read(IReadOnlyList<StoredEntry> entries) => CatalogueKinds.All.Aggregate(
        new ClinicContent
        {
            Format = ClinicContent.CurrentFormat,
            Clinic = (ClinicEntry)Read(entries, Clinic, typeof(ClinicEntry)).Single(),
        },
        (content, kind) => kind.With(content, Read(entries, kind.Name, kind.EntryType)));

    private static StoredEntry Write(string kind, object entry)
    {
        var json = JsonSerializer.Serialize(entry, entry.GetType(), ContentJson.Options);
        var format = FormatOf(entry);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{format}\n{json}"));
        return new() { Hash = Convert.ToHexStringLower(hash), Kind = kind, Format = format, Json = json };
    }

    private static int FormatOf(object entry) => entry switch
    {
        TreatmentEntry treatment when treatment.Concerns.Any(evidence => evidence.Comparator is not null) => Current,
        OutcomeNumberEntry number when number.Arms.Any(arm => arm.Count is null) => Current,
        ClinicEntry { Funding: not null } or ConcernEntry { EvidenceChosen: not null } => Second,
        TreatmentEntry { Offered: not null } or TreatmentEntry { Author: not null } => Second,
        _ => First,
    };


    private static IEnumerable<object> Read(IReadOnlyList<StoredEntry> entries, string kind, Type type) =>
        entries.Where(entry => entry.Kind == kind).Select(entry => Read(entry, type));

    private static object Read(StoredEntry entry, Type type) => entry.Format switch
    {
        // Each only adds fields that may be missing.
        First or Second or Current => JsonSerializer.Deserialize(entry.Json, type, ContentJson.Options)!,
        _ => throw new EditionFormatException(
            $"An edition holds a {entry.Kind} in format {entry.Format}, and this version of the portal reads formats up to {Current}. "
            + "Install the version that published it, or a newer one."),
    };
}

/// <summary>An edition was written by a newer release than this one.</summary>
public sealed class EditionFormatException(string message) : Exception(message);
