namespace ClinicPortal.Core.Comparing;

/// <summary>How the chosen treatments stand to each other in one row. Doing nothing never enters it.</summary>
public enum Agreement
{
    /// <summary>Known to be the same for all.</summary>
    Same,

    /// <summary>Known ranges that are not the same but have something in common.</summary>
    Overlaps,

    /// <summary>Known to differ for at least one pair.</summary>
    Differs,

    /// <summary>At least one treatment's answer is not known or not yet reviewed.</summary>
    PartlyUnknown,

    /// <summary>Nothing that can be compared: prose without an editor's word, or fewer than two options.</summary>
    NotCompared,
}
