using AgaBot.Bench.Processes;

namespace AgaBot.Tests.Bench;

/// <summary>The fuzzer reads the bot's console, in the format of .NET's console logger.</summary>
public sealed class ErrorLogTests
{
    private readonly ErrorLog log = new();

    [Fact]
    public void A_turn_that_broke_is_seen_with_what_was_thrown()
    {
        Take(
            "info: Microsoft.Hosting.Lifetime[0]",
            "      Application started. Press Ctrl+C to shut down.",
            "fail: AgaBot.Turns.TurnRunner[1005]",
            "      Turn 4392 broke: nothing changed, and the person is told so",
            "      AgaBot.Storage.EntityTooLargeException: A key has 173 characters; the limit is 170.",
            "         at AgaBot.Storage.StoreRules.CheckLength(String key)",
            "warn: AgaBot.Turns.TurnRunner[1004]",
            "      1 sent marks could not be written; those replies may be repeated once"
        );

        Assert.Equal(
            [
                "fail: AgaBot.Turns.TurnRunner[1005] | Turn 4392 broke: nothing changed, and the person is told so | "
                    + "AgaBot.Storage.EntityTooLargeException: A key has 173 characters; the limit is 170.",
            ],
            log.Errors
        );
    }

    [Fact]
    public void Two_errors_one_after_the_other_are_two()
    {
        Take("fail: One[1]", "      first", "crit: Two[2]", "      second", "info: Three[3]", "      third");

        Assert.Equal(["fail: One[1] | first", "crit: Two[2] | second"], log.Errors);
    }

    [Fact]
    public void The_last_error_is_seen_when_the_console_ends()
    {
        Take("fail: One[1]", "      first", null);

        Assert.Equal(["fail: One[1] | first"], log.Errors);
    }

    private void Take(params string?[] lines)
    {
        foreach (string? line in lines)
            log.Take(line);
    }
}
