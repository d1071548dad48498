using System.Collections.Concurrent;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Turns.BrokenOff;

/// <summary>
/// A turn of <see cref="TurnKinds"/> that nothing breaks off: what is answered, what is found afterwards, and its writes.
/// </summary>
internal sealed record WholeTurn(string Said, string Found, int Writes)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<WholeTurn>>> OnSqlite = new(StringComparer.Ordinal);

    public static Task<WholeTurn> OnSqliteAsync(string kind) =>
        OnSqlite.GetOrAdd(kind, static kind => new(() => PlayAsync(TurnKinds.All[kind], new()))).Value;

    /// <summary>A process that is killed after the turn's last write gives the same answer again.</summary>
    public static async Task<WholeTurn> PlayAsync(string[] lines, BotAppSettings settings)
    {
        await using Played played = await Played.UpToAsync(lines, settings);
        int before = played.Store.Written;
        string said = await played.SayAsync(lines[^1]);
        int writes = played.Store.Written - before;
        Assert.True(writes > 1, $"{writes} writes break off nowhere.");

        played.Store.WritesLeft = 0;
        await played.RestartAsync();
        Assert.Equal(said, await played.RepeatAsync(lines[^1]));
        return new WholeTurn(said, await played.FindAsync(), writes);
    }
}
