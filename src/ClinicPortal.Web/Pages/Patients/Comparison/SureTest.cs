namespace ClinicPortal.Web.Pages.Patients;

/// <summary>
/// The SURE test: Sure of myself, Understand information, Risk-benefit ratio, Encouragement. It is validated in these words, so that they
/// are not the clinic's to change.
/// </summary>
public static class SureTest
{
    public const string Reference = "These are the questions of the SURE test: Légaré F, et al. Can Fam Physician 2010;56:e308-14.";

    public static IReadOnlyList<string> Questions { get; } =
    [
        "Do you feel sure about the best choice for you?",
        "Do you know the benefits and risks of each option?",
        "Are you clear about which benefits and risks matter most to you?",
        "Do you have enough support and advice to make a choice?",
    ];
}
