using System.Linq.Expressions;

namespace ClinicPortal.Core.Catalogue;

/// <summary>How long a text may be: said once, at its field of the entry, by <see cref="MaxTextLengthAttribute"/>.</summary>
public static class TextLimit
{
    /// <summary>Of prose in one language; longer prose belongs into several fields.</summary>
    public const int Prose = 4000;

    /// <summary>Of plain text on one line.</summary>
    public const int Line = 1000;

    public static int Of<TEntry>(Expression<Func<TEntry, object?>> field) =>
        EntryField.Find(typeof(TEntry), ((MemberExpression)field.Body).Member.Name)!.MaxLength;
}
