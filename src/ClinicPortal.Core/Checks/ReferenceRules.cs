using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Every reference leads to something in the same catalogue, archived things included, and is made once.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        var known = CatalogueKinds.All.ToDictionary(kind => kind, kind => kind.EntriesIn(content).Select(kind.HandleOf).ToHashSet());
        var references = ContentWalk.Of(content).Where(text => text.Field.RefersTo is not null)
            .Select(text => new Reference(text.Path, text.Field.RefersTo!, (string)text.Text, text.Field.IsNamedOnce)).ToList();
        return
        [
            .. references.Where(reference => !known[reference.To].Contains(reference.Name)).Select(reference => new ContentProblem(
                reference.Path,
                $"No {reference.To.Label} goes by \"{reference.Name}\". "
                + $"Correct the name, or add the {reference.To.Label} under {reference.To.List}.")),
            .. references.Where(reference => reference.Once)
            .GroupBy(reference => (reference.List, reference.Name))
            .SelectMany(same => same.Skip(1))
                .Select(reference => new ContentProblem(
                    reference.Path, $"The {reference.To.Label} \"{reference.Name}\" is named a second time here. Remove one of the two.")),
            .. content.Numbers.At("numbers").SelectMany(at => at.Item.Places.At(at.Path + ".places")
                .GroupBy(place => place.Item).SelectMany(same => same.Skip(1)))
                .Select(place => new ContentProblem(place.Path, "This cell is named a second time. Remove one of the two.")),
        ];
    }

    private sealed record Reference(string Path, CatalogueKind To, string Name, bool Once)
    {
        /// <summary>The list in which it stands, with or without a field of its items: "answers[].criterion".</summary>
        public string List => Path.Remove(Path.LastIndexOf('[') + 1, Path.LastIndexOf(']') - Path.LastIndexOf('[') - 1);
    }
}
