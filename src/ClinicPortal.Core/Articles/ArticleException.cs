namespace ClinicPortal.Core.Articles;

/// <summary>An article cannot be read; the message says to staff why, and what to do.</summary>
public sealed class ArticleException(string message, Exception? inner = null) : Exception(message, inner);
