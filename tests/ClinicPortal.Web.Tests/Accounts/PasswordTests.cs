using System.Text;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Accounts;

public sealed class PasswordTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static StaffUser Jane => new() { Email = "jane.fitzwilliam@harbour.example", Name = "Jane Fitzwilliam" };

    /// <summary>What lists of broken passwords begin with, rows of keys, repeats, and the words of the person and the clinic.</summary>
    public static TheoryData<string> Guessable =>
    [
        "password1234", "Password123!", "P@ssw0rd1234", "passwordpassword", "letmein12345", "iloveyou1234", "qwertyuiop12", "qwertyuiop[]",
        "1qaz2wsx3edc", "zaq12wsxcde3", "123456789012", "111111111111", "aaaaaaaaaaaa", "abcabcabcabc", "abcdefghijkl", "987654321098",
        "sunshine2024", "Football2026!", "liverpool123", "Welcome12345", "trustno1trustno1", "dragon123456", "jane.fitzwilliam",
        "Fitzwilliam2026", "janefitzwilliam1", "jane.fitzwilliam@harbour.example", "ExampleClinic", "exampleskin2026",
    ];

    [Theory]
    [MemberData(nameof(Guessable))]
    public async Task What_is_guessed_soon_is_refused_with_what_to_do(string password) =>
        Assert.Equal(
            "This password is too easy to guess. Use three or four words that have nothing to do with each other or with you.",
            await ProblemOf(password));

    [Theory]
    [InlineData("violet tram under eleven pears")]
    [InlineData("lampholderquarrelbisque")]
    [InlineData("vK9$tq2!Lw7z")]
    [InlineData("çilekli vapur yağmurda")]
    [InlineData("kitten🚲umbrella🚲opera")]
    public async Task What_is_not_is_taken(string password) => Assert.Null(await ProblemOf(password));

    [Theory]
    [InlineData("vK9$tq2!Lw7", "Use at least 12 characters. ")]
    [InlineData("", "Use at least 12 characters. ")]
    [InlineData("🚲🦔🪁🦉🪆🫖🧵🪐🦩🧩🪗", "Use at least 12 characters. ")] // Eleven characters in 22 units.
    public async Task Length_is_counted_in_characters(string password, string problem) =>
        Assert.StartsWith(problem, await ProblemOf(password), StringComparison.Ordinal);

    [Fact]
    public async Task One_that_is_too_long_is_refused() =>
        Assert.Equal("Use at most 200 characters.", await ProblemOf(string.Concat(Enumerable.Repeat("vK9$tq2!Lw", 20)) + "x"));

    /// <summary>By composed and decomposed accents, full-width figures, a ligature: as different devices write the same.</summary>
    [Theory]
    [InlineData("çilekli vapur yağmurda")]
    [InlineData("vapur12345 yağmurda ﬁne")]
    public async Task A_password_is_the_same_on_every_keyboard(string password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffUser>>();

        var hash = hasher.HashPassword(Jane, password.Normalize(NormalizationForm.FormKC));

        Assert.All([NormalizationForm.FormC, NormalizationForm.FormD, NormalizationForm.FormKD], form =>
            Assert.NotEqual(
                PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Jane, hash, password.Normalize(form))));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Jane, hash, password.ToUpperInvariant()));
    }

    [Fact]
    public void Half_a_character_from_a_broken_paste_is_no_error() =>
        Assert.Equal("broken \uFFFD paste", PasswordRules.Normalized("broken \uD83D paste"));

    private async Task<string?> ProblemOf(string password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var rules = Assert.Single(people.PasswordValidators);
        return (await rules.ValidateAsync(people, Jane, password)).Errors.SingleOrDefault()?.Description;
    }
}
