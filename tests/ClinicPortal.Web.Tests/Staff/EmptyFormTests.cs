using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>
/// Every form of the staff area, sent empty, without its fields and with nonsense: people then read the portal's own sentences.
/// </summary>
public sealed class EmptyFormTests
{
    private const string Anything = "\u0001";

    [Fact]
    public async Task No_form_answers_in_the_frameworks_words_or_names_a_property()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var frameworks = FrameworkSentences();
        List<StaffForm> forms = [.. await StaffForm.AllAsync(), .. await EntranceFormsAsync(portal, browser)];
        var (wrong, refused) = (new List<string>(), 0);

        foreach (var form in forms)
            foreach (var value in new[] { "", null, "Bogus" })
            {
                var page = await form.OpenAsync(browser);
                foreach (var target in form.Targets(page))
                {
                    var sent = form.Sent(page).Where(field => field.Key == "__RequestVerificationToken" || value is not null)
                        .Select(field => field.Key == "__RequestVerificationToken" ? field : new(field.Key, value!));
                    var answer = await browser.PostAsync(target, sent);
                    if (answer.StatusCode == HttpStatusCode.Redirect)
                    {
                        page = await form.OpenAsync(browser);
                        continue;
                    }
                    refused++;
                    var shown = await StaffBrowser.ReadAsync(answer, answer.StatusCode);
                    foreach (var problem in shown.QuerySelectorAll(".alert li").Select(item => item.TextContent.Trim()))
                        if (frameworks.Find(sentence => sentence.IsMatch(problem)) is not null || NamesProperty(form, problem))
                            wrong.Add($"{target} sent with {value ?? "nothing"}: {problem}");
                }
            }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
        Assert.True(refused > 40);
        Assert.Contains(forms, form => form.Fields.Contains("Old"));
        Assert.Contains(forms, form => form.Fields.Contains("Form.PrescriptionOnly"));
        Assert.Contains(forms, form => form.Address.StartsWith("/staff/invitation", StringComparison.Ordinal));
    }

    private static async Task<List<StaffForm>> EntranceFormsAsync(PortalFactory portal, StaffBrowser browser)
    {
        await StaffBrowser.InvitedAsync(portal, "New Nurse", StaffRole.Editor);
        List<StaffForm> forms = [];
        foreach (var address in new[] { "/staff/sign-in", await StaffBrowser.LinkAsync(portal, "New Nurse") })
            forms.AddRange(StaffForm.On(await browser.PageAsync(address), address));
        return forms;
    }

    private static bool NamesProperty(StaffForm form, string problem) =>
        problem.Contains("Form.", StringComparison.Ordinal)
        || form.Fields.Select(field => field.Split('.')[^1])
            .Any(name => Regex.IsMatch(name, "^[A-Z][a-z]+[A-Z]") && problem.Contains(name, StringComparison.Ordinal));

    /// <summary>What the framework says by itself, whatever the field and the value.</summary>
    private static List<Regex> FrameworkSentences()
    {
        var (binding, errors) = (new DefaultModelBindingMessageProvider(), new IdentityErrorDescriber());
        ValidationAttribute[] rules =
            [
                new RequiredAttribute(), new StringLengthAttribute(7), new MaxLengthAttribute(7), new EmailAddressAttribute(),
                new RangeAttribute(7, 7)];
        IEnumerable<string> sentences =
        [
            .. from property in typeof(ModelBindingMessageProvider).GetProperties()
               let message = property.GetValue(binding) as Delegate
               where message is not null
               select (string)message.DynamicInvoke(Filled(message.GetType().GetMethod("Invoke")!))!,
            .. from method in typeof(IdentityErrorDescriber).GetMethods()
               where method.ReturnType == typeof(IdentityError)
               select ((IdentityError)method.Invoke(errors, Filled(method))!).Description,
            .. rules.Select(rule => rule.FormatErrorMessage(Anything)),
        ];
        return [.. sentences.Select(sentence => new Regex($"^{Regex.Replace(Regex.Escape(sentence), $"{Anything}|7", ".*")}$"))];
    }

    private static object[] Filled(MethodInfo method) =>
        [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? 7 : (object)Anything)];
}
