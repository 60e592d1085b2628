using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Editing;

/// <summary>Makes the store say what a content file says, as the import on the command line does.</summary>
/// <param name="content">The whole catalogue; what the store holds beyond it is archived.</param>
/// <param name="pictures">The drawings that treatments may name.</param>
public sealed class ContentBatch(ClinicContent content, KnownPictures pictures) : Batch
{
    internal override IReadOnlyList<BatchProblem> Apply(ClinicDbContext db, WorkingCatalogue catalogue)
    {
        var problems = ContentRules.Check(content, pictures);
        if (problems.Count == 0 && ContentImporter.Carry(db, catalogue, content, pictures) is ImportOutcome.Refused refused)
            problems = refused.Problems;
        return [.. problems.Select(problem => new BatchProblem(problem.RowIn(content) ?? problem.Path, problem.Message))];
    }
}
