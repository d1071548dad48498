namespace AgaBot.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void The_bot_has_an_entry_point() => Assert.Equal("AgaBot", typeof(Program).Assembly.GetName().Name);
}
