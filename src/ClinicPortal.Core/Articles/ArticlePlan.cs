using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Articles;

/// <summary>Where a sentence of an article is proposed to go.</summary>
public enum SentencePlace
{
    /// <summary>One treatment's answer to one question.</summary>
    Cell,

    /// <summary>The contrast of two treatments.</summary>
    Contrast,

    /// <summary>It says how good treatments are and gives no evidence: no answer to any question.</summary>
    Claim,

    /// <summary>It advertises; whatever else it says is proposed, and not accepted unasked.</summary>
    Promotional,

    /// <summary>No treatment, or no question, is certain enough.</summary>
    None,
}

/// <param name="Number">From 0, in the order of the article.</param>
/// <param name="Text">As the article says it.</param>
/// <param name="Place">Where it is proposed to go.</param>
/// <param name="Treatments">One for a cell, two for a contrast; those that it surely is about.</param>
/// <param name="Criterion">Always there for a cell.</param>
/// <param name="Reason">Why, in a sentence for staff.</param>
/// <param name="PromotionalWords">As the sentence says them.</param>
public sealed record PlannedSentence(
    int Number, string Text, SentencePlace Place, IReadOnlyList<TreatmentEntry> Treatments, CriterionEntry? Criterion, string Reason,
    IReadOnlyList<string> PromotionalWords);

/// <summary>What a reader needs and an article does not give.</summary>
public enum ArticleLack
{
    SeriousRisks,
    Numbers,
    Sources,
    Date,
    Author,
}

/// <summary>The questions of one treatment that no sentence of the article answers.</summary>
public sealed record UnansweredQuestions(TreatmentEntry Treatment, IReadOnlyList<CriterionEntry> Questions);

/// <summary>What an article leaves out.</summary>
/// <param name="Lacks">Of the whole.</param>
/// <param name="Unanswered">Of each treatment that it names.</param>
/// <param name="UnknownTreatments">Names that it writes about as treatments and that the clinic does not have.</param>
public sealed record ArticleReport(
    IReadOnlyList<ArticleLack> Lacks, IReadOnlyList<UnansweredQuestions> Unanswered, IReadOnlyList<string> UnknownTreatments)
{
    /// <summary>As it stands after "does not give".</summary>
    public static string NameOf(ArticleLack lack) => lack switch
    {
        ArticleLack.SeriousRisks => "serious risks",
        ArticleLack.Numbers => "figures",
        ArticleLack.Sources => "sources",
        ArticleLack.Date => "a date",
        ArticleLack.Author => "an author",
        _ => throw new InvalidOperationException($"No words for {lack}."),
    };
}

/// <summary>Every sentence of an article, with where it may belong.</summary>
/// <param name="Language">Of the article, by its culture.</param>
/// <param name="LanguageName">For staff.</param>
/// <param name="Sentences">In the order of the article.</param>
/// <param name="Report">What the article leaves out.</param>
/// <param name="Author">As the text says near its start or its end; none where it does not.</param>
/// <param name="Date">As the text says near its start or its end; none where it does not.</param>
public sealed record ArticlePlan(
    string Language, string LanguageName, IReadOnlyList<PlannedSentence> Sentences, ArticleReport Report, string? Author, string? Date);
