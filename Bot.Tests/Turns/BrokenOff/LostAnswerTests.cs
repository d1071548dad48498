namespace AgaBot.Tests.Turns.BrokenOff;

/// <summary>
/// Each write of a turn arrives at the store, and the store's answer is lost. The process continues, and the channel delivers the turn
/// until
/// it is accepted (docs/steps.md).
/// </summary>
[Trait("Category", "Integration")]
public sealed class LostAnswerTests
{
    public static TheoryData<string> Kinds => [.. TurnKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_turn_whose_every_write_loses_its_answer_is_done_once_in_the_end(string kind)
    {
        string[] lines = TurnKinds.All[kind];
        WholeTurn whole = await WholeTurn.OnSqliteAsync(kind);
        await using Played played = await Played.UpToAsync(lines, new());

        played.Store.AnswersToLose = whole.Writes;
        await played.BreakOffAsync(lines[^1]);
        for (int deliveries = 1; !await played.IsTakenAsync(lines[^1]); deliveries++)
            Assert.True(deliveries < whole.Writes, $"Not taken after {deliveries} deliveries.");

        Assert.Equal(whole.Said, await played.RepeatAsync(lines[^1]));
        Assert.Equal(whole.Found, await played.FindAsync());
    }
}
