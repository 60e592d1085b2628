namespace ClinicPortal.Web.Tests.Hosting;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("https://clinic.example", "", "max-age=31536000")]
    [InlineData("https://clinic.example", "true", "max-age=31536000; includeSubDomains")]
    [InlineData("http://clinic.example", "", null)]
    [InlineData("", "", null)]
    public async Task Browsers_are_told_to_stay_with_https_where_patients_come_by_it(string origin, string subDomains, string? told)
    {
        await using var portal = new PortalFactory();
        (portal.Settings["Portal:PublicOrigin"], portal.Settings["Portal:HstsIncludeSubDomains"]) = (origin, subDomains);

        foreach (var address in new[] { "/", "/staff/sign-in", "/nowhere" })
            Assert.Equal(
                told, (await portal.Get(address)).Headers.TryGetValues("Strict-Transport-Security", out var found) ? found.Single() : null);
    }
}
