using System.Collections.Frozen;

namespace ClinicPortal.Core.Wording;

/// <summary>The rules of each language, read when a text of it is first looked at.</summary>
internal sealed class RulesByLanguage<T>(Func<string, T> read) where T : class
{
    private readonly FrozenDictionary<string, Lazy<T>> _rules =
        new[] { "en", "tr" }.ToFrozenDictionary(language => language, language => new Lazy<T>(() => read(language)));

    public IReadOnlyCollection<string> Languages => _rules.Keys;

    /// <summary>None for a language without rules.</summary>
    /// <param name="culture">"en" or "en-GB".</param>
    public T? Find(string culture) => _rules.GetValueOrDefault(culture.Split('-')[0].ToLowerInvariant())?.Value;
}
