using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;

namespace ClinicPortal.Web.Tests.Accounts;

public sealed class MailAddressTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("mary.o'kane@example.org")]
    [InlineData("ada@clinic.example")]
    [InlineData("A.B-c_d+e@sub.domain-name.example")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@example.org")]
    [InlineData("x@xn--rnek-5qa.example")]
    [InlineData("7@7.example")]
    public void Addresses_of_RFC_5321_without_quotes_are_taken(string address) => Assert.Null(MailAddressRules.ProblemOf(address));

    [Theory]
    [InlineData("", "Give an e-mail address")]
    [InlineData("şule@örnek.example", "\"şule@örnek.example\" cannot be used here, because it has \"ş\" in it.")]
    [InlineData("sule@örnek.example", "because it has \"ö\" in it.")]
    [InlineData("s\u0327ule@clinic.example", "because it has a letter with an accent in it.")]
    [InlineData("用户@clinic.example", "because it has \"用\" in it.")]
    [InlineData("🙂@clinic.example", "because it has \"🙂\" in it.")]
    [InlineData("ada lovelace@clinic.example", "because it has a space in it.")]
    [InlineData("ada@clinic.example\r\nBcc: all@clinic.example", "because it has a sign that cannot be seen in it.")]
    [InlineData("ada\u200b@clinic.example", "because it has a sign that cannot be seen in it.")]
    [InlineData("\"ada\"@clinic.example", "because it has \"\"\" in it.")]
    [InlineData("Ada<ada@clinic.example>", "because it has \"<\" in it.")]
    [InlineData("ada@[192.0.2.1]", "because it has \"[\" in it.")]
    [InlineData("ada", "It needs one @ between a name and a domain")]
    [InlineData("@clinic.example", "It needs one @")]
    [InlineData("ada@", "It needs one @")]
    [InlineData("ada@home@clinic.example", "It needs one @")]
    [InlineData(".ada@clinic.example", "a dot may be neither first nor last there, nor follow another dot.")]
    [InlineData("ada.@clinic.example", "a dot may be neither first nor last")]
    [InlineData("a..da@clinic.example", "a dot may be neither first nor last")]
    [InlineData("ada@clinic", "\"clinic\" is no domain name.")]
    [InlineData("ada@clinic..example", "\"clinic..example\" is no domain name.")]
    [InlineData("ada@-clinic.example", "\"-clinic.example\" is no domain name.")]
    [InlineData("ada@clinic_one.example", "\"clinic_one.example\" is no domain name.")]
    public void Of_any_other_the_sentence_is_true(string address, string sentence) =>
        Assert.Contains(sentence, MailAddressRules.ProblemOf(address));

    [Theory]
    [InlineData(64, 63, true)]
    [InlineData(65, 63, false)]
    [InlineData(64, 64, false)]
    public void The_parts_are_as_long_as_the_standard_allows(int local, int label, bool taken) =>
        Assert.Equal(taken, MailAddressRules.ProblemOf($"{new string('a', local)}@{new string('b', label)}.example") is null);

    [Fact]
    public void The_whole_is_as_long_as_the_standard_allows() =>
        Assert.Contains(
            "254 characters", MailAddressRules.ProblemOf($"a@{string.Join('.', Enumerable.Repeat(new string('b', 62), 5))}.example"));

    [Fact]
    public async Task Somebody_with_an_apostrophe_is_invited_and_signs_in()
    {
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        var invited = await StaffBrowser.ReadAsync(await InviteAsync(admin, " mary.o'kane@example.org "));
        var link = new Uri(invited.QuerySelector("input.link")!.GetAttribute("value")!).PathAndQuery;
        var mary = new StaffBrowser(portal);
        await mary.SendAsync(link, new() { ["Password"] = StaffBrowser.Password });
        var again = new StaffBrowser(portal);
        var entered = await again.SendAsync(
            "/staff/sign-in", new() { ["Email"] = "Mary.O'Kane@example.org", ["Password"] = StaffBrowser.Password });

        Assert.Equal("/staff", entered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Somebody_with_other_letters_is_told_which_an_address_may_have()
    {
        var admin = await StaffBrowser.SignedInAsync(portal, "Bea Boss", StaffRole.Administrator);

        var answer = await InviteAsync(admin, "şule@örnek.example");
        var problem = Assert.Single((await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest)).QuerySelectorAll("#problems li"));

        Assert.StartsWith("\"şule@örnek.example\" cannot be used here, because it has \"ş\" in it. ", problem.TextContent.Trim());
    }

    private static Task<HttpResponseMessage> InviteAsync(StaffBrowser admin, string address) =>
        admin.SendAsync("/staff/people", new() { ["Email"] = address, ["Name"] = "Somebody New" }, "form[action*=Invite] button");
}
