using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Reads the settings of one section. A value that cannot be read becomes a sentence and not an exception, so that all mistakes are found
/// in one go; a key that nobody has asked for is a mistake too, because a misspelt one would otherwise silently leave its default in force.
/// </summary>
public sealed class SettingsReader(IConfiguration configuration, string section)
{
    private const int LongestShown = 60;

    private readonly List<string> _problems = [];
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public delegate bool Parser<T>(string text, [MaybeNullWhen(false)] out T value);

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>None, where the key is left out or empty.</summary>
    public string? Text(string key)
    {
        _asked.Add(key);
        return configuration[$"{section}:{key}"]?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <param name="key">In this section.</param>
    /// <param name="standard">What counts where the key is left out.</param>
    /// <param name="parse">Reads the value.</param>
    /// <param name="advice">What to set instead, for a value that cannot be read.</param>
    public T Read<T>(string key, T standard, Parser<T> parse, Func<string, string> advice)
    {
        if (Text(key) is not { } text)
            return standard;
        if (parse(text, out var value))
            return value;
        _problems.Add($"{section}:{key} is \"{RunningText.Beginning(text, LongestShown)}\". {advice(text)}");
        return standard;
    }

    public T Read<T>(string key, T standard, Parser<T> parse, string advice) => Read(key, standard, parse, _ => advice);

    public T ReadNumber<T>(string key, T standard, T least, T most) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Read(
        key, standard,
        (string text, out T number) =>
            T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= least && number <= most,
        most == T.MaxValue ? $"Set it to a whole number from {least} on." : $"Set it to a whole number from {least} to {most}.");

    /// <summary>The keys that stand in the section and have not been read. Their values are not shown: one may be a password.</summary>
    public IEnumerable<string> UnknownKeys() =>
        from setting in configuration.GetSection(section).AsEnumerable(makePathsRelative: true)
        where setting.Value is not null && !_asked.Contains(setting.Key) && !(setting.Value.Length == 0 && IsSection(setting.Key))
        orderby setting.Key
        select $"{section}:{setting.Key} is no setting of the portal. " + (NearestName.To(setting.Key, _asked) is { } near
            ? $"Did you mean {section}:{near}?"
            : $"There are: {string.Join(", ", _asked.Order(StringComparer.Ordinal).Select(key => $"{section}:{key}"))}.");

    // A host may name the section itself beside the keys in it, with nothing as its value.
    private bool IsSection(string key) => _asked.Any(asked => asked.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase));
}
