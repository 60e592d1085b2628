using System.ComponentModel.DataAnnotations;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ClinicPortal.Web.Accounts;

/// <summary>What the portal says of a field that cannot be read, in place of the framework, whose words name properties.</summary>
public sealed class FormMessages : IValidationMetadataProvider
{
    public const string Empty = "A field that must be filled in is empty. Fill it in and send the form again.";

    private const string NotRead = "A field could not be read. Look over the form and send it again.";
    private const string NotANumber = "A field that takes a number holds something else. Write it in figures.";

    public static void Apply(MvcOptions mvc)
    {
        mvc.ModelMetadataDetailsProviders.Add(new FormMessages());
        var messages = mvc.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor(
            (value, field) => $"\"{FormInput.Shown(value)}\" cannot be taken for \"{field}\". Choose or write it again.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(Unreadable);
        messages.SetValueIsInvalidAccessor(Unreadable);
        messages.SetUnknownValueIsInvalidAccessor(_ => NotRead);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => NotRead);
        messages.SetValueMustBeANumberAccessor(_ => NotANumber);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => NotANumber);
        messages.SetValueMustNotBeNullAccessor(_ => Empty);
        messages.SetMissingBindRequiredValueAccessor(_ => Empty);
        messages.SetMissingKeyOrValueAccessor(() => Empty);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Empty);
    }

    /// <summary>A field that may not be empty, by its own name where it has one.</summary>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        var isNamed = context.Attributes.OfType<DisplayAttribute>().Any(display => display.Name is not null);
        foreach (var required in context.ValidationMetadata.ValidatorMetadata.OfType<RequiredAttribute>())
            required.ErrorMessage ??= isNamed ? "\"{0}\" is empty. Fill it in and send the form again." : Empty;
    }

    private static string Unreadable(string value) => $"\"{FormInput.Shown(value)}\" cannot be read. Choose or write it again.";
}
