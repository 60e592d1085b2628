namespace ClinicPortal.Core.Checks;

public enum ItemSet
{
    Qualifying,
    Certifying,
    Quality,
}

/// <summary>One thing that a standard or a rule asks, in this project's own words.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Says">What must be so.</param>
/// <param name="Told">How the software tells; where only a person can, that.</param>
public abstract record StandardItem(string Id, string Says, string Told);

/// <inheritdoc/>
/// <param name="Id">Q1 to Q6, C1 to C6, L1 to L23.</param>
/// <param name="Set">Which of the three sets it belongs to.</param>
/// <param name="Says">What a decision aid must do.</param>
/// <param name="Told"><inheritdoc/></param>
/// <param name="Checks">That meet it, by their numbers in <see cref="DecisionAidChecks"/>.</param>
public sealed record IpdasItem(string Id, ItemSet Set, string Says, string Told, params IReadOnlyList<string> Checks)
    : StandardItem(Id, Says, Told)
{
    /// <summary>No software can tell; somebody confirms it with their name.</summary>
    public bool ByPerson => Told == Ipdas.ByAPerson;
}

/// <summary>
/// The 35 items of IPDAS v4.0 that apply to treatments; those about screening tests are left out (Joseph-Williams et al., Med Decis Making
/// 2014;34:699-710, PMID 23963501).
/// </summary>
public static class Ipdas
{
    internal const string ByAPerson = "Only a person can tell. Someone at the clinic confirms it, with their name and the date.";

    public static IReadOnlyList<IpdasItem> Items { get; } =
    [
        new(
            "Q1", ItemSet.Qualifying, "The health condition or problem is described.",
            "Each concern that the options share has a description.", "DA-06"),
        new("Q2", ItemSet.Qualifying, "The decision is stated.", "One sentence at the top names the options and the concern.", "DA-07"),
        new(
            "Q3", ItemSet.Qualifying, "The options are described.",
            "Each option says what it is, and doing nothing is one of them.", "DA-01", "DA-05"),
        new("Q4", ItemSet.Qualifying, "The good sides of each option are described.", "Each option says what studies show.", "DA-09"),
        new(
            "Q5", ItemSet.Qualifying, "The bad sides of each option are described.",
            "Each option names its common effects, its serious risks and who should not have it.", "DA-09", "DA-35"),
        new(
            "Q6", ItemSet.Qualifying, "It says what having the treatment is like.",
            "Each option describes the session, pain, healing and aftercare, and its effect on mood and daily life.", "DA-10"),
        new(
            "C1", ItemSet.Certifying, "Good and bad sides are shown in equal detail.",
            "Each option answers the same questions, in the same order and in the same size of print. Each answer is between half and "
                + "twice the usual (median) length for its question, and an option's good sides and its risks are within the same limits. "
                + "If one side has a figure or a source, the other has one too. "
                + $"A difference of {Balance.Sentence} words or fewer does not count. Doing nothing is not judged.",
            "DA-01", "DA-03", "DA-04"),
        new(
            "C2", ItemSet.Certifying, "The evidence is cited.",
            "Each statement about what studies show names a source: the answers, the certainty for each concern, the numbers.", "DA-19"),
        new("C3", ItemSet.Certifying, "The date of publication is given.", "The page shows its edition and date.", "DA-21"),
        new(
            "C4", ItemSet.Certifying, "It says how it is kept up to date.",
            "How pages are renewed is written down, and each treatment has a date for its next review.", "DA-22"),
        new(
            "C5", ItemSet.Certifying, "It says how uncertain the figures are.",
            "Each number and each concern that was studied has a certainty.", "DA-17", "DA-18"),
        new(
            "C6", ItemSet.Certifying, "It says who paid for it.",
            "The clinic says who paid and what interest they have, and of each treatment whether it offers it itself.", "DA-24"),
        new(
            "L1", ItemSet.Quality, "What happens without treatment is described.",
            "Each concern says what happens if nothing is done.", "DA-06"),
        new(
            "L2", ItemSet.Quality, "The options can be compared point by point.",
            "One table; where an answer is missing, it says why.", "DA-01", "DA-02"),
        new("L3", ItemSet.Quality, "How likely the outcomes are is given.", "Each treatment has at least one count of people.", "DA-11"),
        new("L4", ItemSet.Quality, "The group of people is named.", "Each count names the people it was counted in.", "DA-12"),
        new("L5", ItemSet.Quality, "It says how often things happen.", "Each number on the page is a count out of a whole.", "DA-11"),
        new(
            "L6", ItemSet.Quality, "The time span is the same for each option.",
            "The counts of two or more treatments are over the same time.", "DA-12"),
        new(
            "L7", ItemSet.Quality, "Figures for each option are out of the same number.",
            "The counts of two or more treatments are out of the same number.", "DA-11", "DA-15"),
        new(
            "L8", ItemSet.Quality, "Figures are shown in more than one way.",
            "A count stands as a sentence, a picture and a table.", "DA-13", "DA-16"),
        new(
            "L9", ItemSet.Quality, "It asks which features matter most to you.",
            "The page has a part where you mark what matters to you.", "DA-27"),
        new("L10", ItemSet.Quality, "It leads step by step to a decision.", "The page has a guide of a few steps.", "DA-28"),
        new(
            "L11", ItemSet.Quality, "It has a worksheet or questions to take along.",
            "The page lists questions to ask, and one page to print has lines to write on.", "DA-29", "DA-32"),
        new("L12", ItemSet.Quality, "Patients were asked what they need.", ByAPerson),
        new("L13", ItemSet.Quality, "Professionals were asked what they need.", ByAPerson),
        new("L14", ItemSet.Quality, "Patients who were not involved have reviewed it.", ByAPerson),
        new("L15", ItemSet.Quality, "Professionals who were not involved have reviewed it.", ByAPerson, "DA-23"),
        new("L16", ItemSet.Quality, "Patients who face the decision have tried it.", ByAPerson),
        new("L17", ItemSet.Quality, "Professionals have tried it with patients.", ByAPerson),
        new(
            "L18", ItemSet.Quality, "It says how the evidence was chosen.",
            "Each concern that the options share says how its studies were chosen.", "DA-20"),
        new("L19", ItemSet.Quality, "It says how good the evidence is.", "Each concern that was studied has a certainty.", "DA-17"),
        new(
            "L20", ItemSet.Quality, "The authors' credentials are given.",
            "The writer and the reviewer of each option are named, with role and registration.", "DA-23"),
        new(
            "L21", ItemSet.Quality, "How easy it is to read is reported.",
            "The clinic's own sentences are measured by Flesch-Kincaid and by SMOG.", "DA-25"),
        new("L22", ItemSet.Quality, "Studies show that it helps people choose what matters to them.", ByAPerson),
        new("L23", ItemSet.Quality, "Studies show that people know more.", ByAPerson, "DA-30"),
    ];

    /// <summary>The item with that number, where it is one that a person confirms.</summary>
    public static IpdasItem? FindByPerson(string id) => Items.FirstOrDefault(item => item.ByPerson && item.Id == id);
}
