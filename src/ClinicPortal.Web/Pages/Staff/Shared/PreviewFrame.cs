using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A preview in a frame as wide as a phone, beside what it is a preview of.</summary>
/// <param name="address">Of the preview.</param>
/// <param name="name">What is seen in it.</param>
/// <param name="followsForm">It is shown again whenever the draft of the form beside it has been saved.</param>
public sealed class PreviewFrame(string address, string name, bool followsForm = false) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var (at, called) = (encoder.Encode(address), encoder.Encode(name));
        writer.Write($"""
            <section class="phone" aria-label="{called}">
            <p class="phone__name"><strong>{called}</strong> <a href="{at}" target="_blank">Open in a new window</a></p>
            <iframe class="phone__page" src="{at}" title="{called}"{(followsForm ? " data-module=\"frame\"" : "")}></iframe>
            </section>
            """);
    }
}
