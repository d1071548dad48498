using AgaBot.Dialogs.Codes;
using AgaBot.Dialogs.Coordinators;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Dialogs;

public sealed class AccessCodeTests
{
    private readonly FixedClock clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void The_right_code_opens() =>
        Assert.Equal(AccessCodeOutcome.Right, new AccessCode("Trujillo-2016", clock).Try(" Trujillo-2016 ", isKnown: false));

    [Theory]
    [InlineData("trujillo-2016")]
    [InlineData("Trujillo-201")]
    [InlineData("")]
    public void Any_other_does_not(string code) =>
        Assert.Equal(AccessCodeOutcome.Wrong, new AccessCode("Trujillo-2016", clock).Try(code, isKnown: false));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Where_no_code_is_set_none_opens(string? code) =>
        Assert.Equal(AccessCodeOutcome.Off, new AccessCode(code, clock).Try("", isKnown: false));

    [Fact]
    public void After_too_many_wrong_tries_the_right_code_waits_an_hour()
    {
        var access = new AccessCode("Trujillo-2016", clock);
        for (int i = 0; i < WrongTries.MostPerHour; i++)
            Assert.Equal(AccessCodeOutcome.Wrong, access.Try("no", isKnown: false));

        Assert.Equal(AccessCodeOutcome.Exhausted, access.Try("Trujillo-2016", isKnown: false));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AccessCodeOutcome.Right, access.Try("Trujillo-2016", isKnown: false));
    }
}
