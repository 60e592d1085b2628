using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>By which names messages call fields: those they were given, else the words of the property ("to be confirmed").</summary>
public sealed class FieldNames : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key is { MetadataKind: ModelMetadataKind.Property, Name: { } property } && context.DisplayMetadata.DisplayName is null)
            context.DisplayMetadata.DisplayName = () => WordsOf(property);
    }

    private static string WordsOf(string property) =>
        string.Concat(property.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).TrimStart();
}
