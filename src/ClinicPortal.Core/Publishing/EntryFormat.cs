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

    public static IReadOnlyList<StoredEntry> Write(ClinicContent content) =>
    [
        Write("clinic", content.Clinic),
        .. content.Clinicians.Select(entry => Write("clinician", entry)),
        .. content.Groups.Select(entry => Write("group", entry)),
        .. content.Criteria.Select(entry => Write("criterion", entry)),
        .. content.Concerns.Select(entry => Write("concern", entry)),
        .. content.Treatments.Select(entry => Write("treatment", entry)),
        .. content.Contrasts.Select(entry => Write("contrast", entry)),
        .. content.Numbers.Select(entry => Write("number", entry)),
        .. content.Questions.Select(entry => Write("question", entry)),
        .. content.Glossary.Select(entry => Write("term", entry)),
        .. content.Sources.Select(entry => Write("source", entry)),
    ];

    /// <exception cref="EditionFormatException">An entry was written by a newer release.</exception>
    public static ClinicContent Read(IReadOnlyList<StoredEntry> entries) => new()
    {
        Format = ClinicContent.CurrentFormat,
        Clinic = Read<ClinicEntry>(entries, "clinic").Single(),
        Clinicians = Read<ClinicianEntry>(entries, "clinician"),
        Groups = Read<CriterionGroupEntry>(entries, "group"),
        Criteria = Read<CriterionEntry>(entries, "criterion"),
        Concerns = Read<ConcernEntry>(entries, "concern"),
        Treatments = Read<TreatmentEntry>(entries, "treatment"),
        Contrasts = Read<ContrastEntry>(entries, "contrast"),
        Numbers = Read<OutcomeNumberEntry>(entries, "number"),
        Questions = Read<QuestionEntry>(entries, "question"),
        Glossary = Read<GlossaryTermEntry>(entries, "term"),
        Sources = Read<SourceEntry>(entries, "source"),
    };

    private static StoredEntry Write<TEntry>(string kind, TEntry entry)
    {
        var json = JsonSerializer.Serialize(entry, ContentJson.Options);
        var format = FormatOf(entry);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{format}\n{json}"));
        return new() { Hash = Convert.ToHexStringLower(hash), Kind = kind, Format = format, Json = json };
    }

    private static int FormatOf<TEntry>(TEntry entry) => entry switch
    {
        TreatmentEntry treatment when treatment.Concerns.Any(evidence => evidence.Comparator is not null) => Current,
        OutcomeNumberEntry number when number.Arms.Any(arm => arm.Count is null) => Current,
        ClinicEntry { Funding: not null } or ConcernEntry { EvidenceChosen: not null } => Second,
        TreatmentEntry { Offered: not null } or TreatmentEntry { Author: not null } => Second,
        _ => First,
    };

    private static TEntry[] Read<TEntry>(IReadOnlyList<StoredEntry> entries, string kind) =>
        [.. entries.Where(entry => entry.Kind == kind).Select(Read<TEntry>)];

    private static TEntry Read<TEntry>(StoredEntry entry) => entry.Format switch
    {
        // Each only adds fields that may be missing.
        First or Second or Current => JsonSerializer.Deserialize<TEntry>(entry.Json, ContentJson.Options)!,
        _ => throw new EditionFormatException(
            $"An edition holds a {entry.Kind} in format {entry.Format}, and this version of the portal reads formats up to {Current}. "
            + "Install the version that published it, or a newer one."),
    };
}

/// <summary>An edition was written by a newer release than this one.</summary>
public sealed class EditionFormatException(string message) : Exception(message);
