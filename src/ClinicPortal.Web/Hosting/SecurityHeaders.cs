using ClinicPortal.Web.Pages.Staff;
using Microsoft.Net.Http.Headers;

namespace ClinicPortal.Web.Hosting;

/// <summary>What a browser may do with our pages: load style, script and pictures from here, send forms here, and nothing else.</summary>
public static class SecurityHeaders
{
    /// <summary>Which pages stand in frames: previews, and nowhere but in the staff area.</summary>
    private enum Frames
    {
        None,
        Holds,
        Framed,
    }

    public static void UseSecurityHeaders(this IApplicationBuilder app, PortalOptions portal)
    {
        foreach (var frames in Enum.GetValues<Frames>())
            app.UseWhen(
                context => FramesAt(context.Request.Path) == frames, pages => pages.UseSecurityHeaders(Policy(portal, frames)));
    }

    private static Frames FramesAt(PathString path) =>
        path.StartsWithSegments(PreviewView.Root, StringComparison.OrdinalIgnoreCase) ? Frames.Framed
        : path.StartsWithSegments(StaffMap.Root, StringComparison.OrdinalIgnoreCase) ? Frames.Holds
        : Frames.None;

    private static HeaderPolicyCollection Policy(PortalOptions portal, Frames frames)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddObjectSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                if (frames == Frames.Holds)
                    csp.AddFrameSrc().Self();
                if (frames == Frames.Framed)
                    csp.AddFrameAncestors().Self();
                else
                    csp.AddFrameAncestors().None();
            })
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .AddCrossOriginOpenerPolicy(builder => builder.SameOrigin())
            .AddCrossOriginResourcePolicy(builder => builder.SameOrigin())
            .AddPermissionsPolicy(features =>
            {
                features.AddCamera().None();
                features.AddDisplayCapture().None();
                features.AddGeolocation().None();
                features.AddMicrophone().None();
                features.AddPayment().None();
                features.AddUsb().None();
            })
            .RemoveServerHeader();
        // The library's own asks the request for its host, which a proxy need not pass on.
        return portal.IsHttps ? policy.AddCustomHeader(HeaderNames.StrictTransportSecurity, YearOfHttps(portal)) : policy;
    }

    private static string YearOfHttps(PortalOptions portal) =>
        portal.HstsIncludeSubDomains ? "max-age=31536000; includeSubDomains" : "max-age=31536000";
}
