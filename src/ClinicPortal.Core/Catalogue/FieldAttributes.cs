namespace ClinicPortal.Core.Catalogue;

// What holds for a field of an entry, said once where the field stands. Forms, import, checks and the schema read it from here.

/// <summary>
/// The most characters that the text may have in one language, or one item of a list. Where none is said, see <see cref="TextLimit"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxTextLengthAttribute(int characters) : Attribute
{
    public int Characters => characters;
}

/// <summary>The field holds a slug or a key, or several: a name that stands in addresses.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SlugAttribute : Attribute;

/// <summary>The field holds signs to look something up by, and no words: a number in a register, an address outside.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeAttribute : Attribute;

/// <summary>The field stays in the store and in editions: a content file neither holds it nor changes it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInFileAttribute : Attribute;

/// <summary>The field names another entry, by its slug or key; or several, each once.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class RefersToAttribute(Type entry) : Attribute
{
    public Type Entry => entry;

    /// <summary>The items of the list in which it stands are told apart by it: no two name the same.</summary>
    public bool OnceInList { get; init; }
}

/// <inheritdoc/>
public sealed class RefersToAttribute<TEntry>() : RefersToAttribute(typeof(TEntry));
