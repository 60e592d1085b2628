namespace ClinicPortal.Core.Catalogue;

/// <summary>How an editor's word on a pair is chosen and told.</summary>
public static class VerdictLabels
{
    public static string Of(EditorVerdict verdict) => verdict switch
    {
        EditorVerdict.Same => "They are the same",
        EditorVerdict.Overlaps => "They overlap",
        EditorVerdict.Differs => "They differ",
        _ => throw new InvalidOperationException($"No words for {verdict}."),
    };
}
