using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editing;

/// <summary>A typed value as a text states it.</summary>
internal static class StatedValue
{
    /// <summary>None, where the text states none, or more than one, or one that no single part can hold.</summary>
    public static AttributeValue? In(CriterionEntry criterion, string text)
    {
        var definition = ValueKinds.Of(criterion);
        var ranges = definition.StatedIn(criterion, text).DistinctBy(range => range.Words).ToList();
        if (ranges is not [var stated])
            return null;
        var part = new ValuePart
        {
            Min = stated.Min.Number,
            Max = stated.Max?.Number,
            Unit = definition.HasUnit ? stated.Max is { IsNothing: false } end ? end.Unit : stated.Min.Unit : null,
        };
        var isMixed = definition.HasUnit && stated is { Min.IsNothing: false, Max: { } last } && last.Unit != stated.Min.Unit;
        return isMixed ? null : new() { Parts = [part] };
    }
}
