using AgaBot.Dialogs.Coordinators;
using AgaBot.Plans;

namespace AgaBot.Tests.Dialogs;

public sealed class AccessCodeTests
{
    [Fact]
    public void The_right_code_opens() => Assert.Equal(AccessCodeOutcome.Right, new AccessCode("Trujillo-2016").Try(" Trujillo-2016 "));

    [Theory]
    [InlineData("trujillo-2016")]
    [InlineData("Trujillo-201")]
    [InlineData("")]
    public void Any_other_does_not(string code) => Assert.Equal(AccessCodeOutcome.Wrong, new AccessCode("Trujillo-2016").Try(code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Where_no_code_is_set_none_opens(string? code) => Assert.Equal(AccessCodeOutcome.Off, new AccessCode(code).Try(""));

    [Theory]
    [InlineData("1")]
    [InlineData("trujillo")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abababababababababababab")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    [InlineData("12345678901234567890")]
    public void A_code_that_can_be_guessed_refuses_the_start(string code) =>
        Assert.Contains("openssl", CoordinatorCode.Fault(code), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("f3a9c1d07b64e852")]
    [InlineData("9c1b7e2a44d05f8833e6a1b0c7d2f915")]
    public void A_strong_code_or_none_does_not(string? code) => Assert.Null(CoordinatorCode.Fault(code));

    [Fact]
    public void The_code_that_the_bot_makes_is_strong() => Assert.Null(CoordinatorCode.Fault(ReadableCode.Draw(14)));
}
