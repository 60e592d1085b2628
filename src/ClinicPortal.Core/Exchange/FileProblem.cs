namespace ClinicPortal.Core.Exchange;

/// <summary>A place in a file; lines and columns count from 1.</summary>
public readonly record struct FilePosition(long Line, long Column);

/// <summary>One reason why a content file is refused.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Position">None where the whole file is meant.</param>
/// <param name="Place">The path inside the content: <c>treatments[3].answers[2].criterion</c>; empty for the whole.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FileProblem(string File, FilePosition? Position, string Place, string Message)
{
    public override string ToString()
    {
        var at = Position is { } position ? $"{File}:{position.Line}:{position.Column}" : File;
        return Place == "" ? $"{at}: {Message}" : $"{at}: {Place}: {Message}";
    }
}

/// <summary>A content file is not one, or breaks the content's rules; nothing of it was loaded.</summary>
public sealed class ContentFileException(IReadOnlyList<FileProblem> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<FileProblem> Problems => problems;
}
