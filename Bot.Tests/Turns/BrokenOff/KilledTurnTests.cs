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
    public Task A_turn_that_is_killed_after_any_of_its_writes_is_done_once_when_it_comes_again(string kind) => KillAsync(kind, new());

    [Theory]
    [InlineData("ficha enviada")]
    [InlineData("consulta respondida")]
    public Task So_it_is_on_Table_Storage(string kind) => KillAsync(kind, new() { TablesConnectionString = azurite.ConnectionString });

    private static async Task KillAsync(string kind, BotAppSettings settings)
    {
        string[] lines = TurnKinds.All[kind];
        (string whole, int writes) = await WholeAsync(lines, settings);

        for (int write = 0; write < writes; write++)
        {
            await using Played played = await Played.KilledAsync(lines, write, settings);

            Assert.Equal(whole, $"{await played.RepeatAsync(lines[^1])}\n{await played.FindAsync()}");
        }
    }

    /// <summary>Plays the turn without a kill. Killed after its last write, the turn gives the same replies again.</summary>
    private static async Task<(string Whole, int Writes)> WholeAsync(string[] lines, BotAppSettings settings)
    {
        await using Played played = await Played.UpToAsync(lines, settings);
        int before = played.Store.Written;
        string said = await played.SayAsync(lines[^1]);
        int writes = played.Store.Written - before;
        Assert.True(writes > 1, $"{writes} writes break off nowhere.");

        played.Store.WritesLeft = 0;
        await played.RestartAsync();
        Assert.Equal(said, await played.RepeatAsync(lines[^1]));
        return ($"{said}\n{await played.FindAsync()}", writes);
    }
}
