using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Turns.BrokenOff;

/// <summary>
/// The process is killed after each write of a turn that writes to more than one partition, and the channel delivers the turn again after
/// the next start. The person reads, and everybody finds, the same as without the kill (docs/steps.md).
/// </summary>
[Trait("Category", "Integration")]
public sealed class KilledTurnTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    public static TheoryData<string> Kinds => [.. TurnKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_turn_that_is_killed_after_any_of_its_writes_is_done_once_when_it_comes_again(string kind) =>
        await KillAsync(TurnKinds.All[kind], await WholeTurn.OnSqliteAsync(kind), new());

    [Theory]
    [InlineData("ficha enviada")]
    [InlineData("consulta respondida")]
    public async Task So_it_is_on_Table_Storage(string kind)
    {
        var settings = new BotAppSettings { TablesConnectionString = azurite.ConnectionString };
        string[] lines = TurnKinds.All[kind];
        await KillAsync(lines, await WholeTurn.PlayAsync(lines, settings), settings);
    }

    private static async Task KillAsync(string[] lines, WholeTurn whole, BotAppSettings settings)
    {
        for (int write = 0; write < whole.Writes; write++)
        {
            await using Played played = await Played.KilledAsync(lines, write, settings);

            Assert.Equal(whole.Said, await played.RepeatAsync(lines[^1]));
            Assert.Equal(whole.Found, await played.FindAsync());
        }
    }
}
