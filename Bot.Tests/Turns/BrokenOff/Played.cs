using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AgaBot.Plans;
using AgaBot.Reports.Recounts;
using AgaBot.Storage.Auditing;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage.Records;
using AgaBot.Turns.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Turns.BrokenOff;

/// <summary>One of <see cref="TurnKinds"/>, played in a separate app, with its last turn complete or interrupted.</summary>
internal sealed partial class Played : IAsyncDisposable
{
    private readonly Dictionary<string, Talker> people = new(StringComparer.Ordinal);
    private readonly BotApp bot;
    private string code = "";
    private string number = "";

    private Played(BotAppSettings settings) => bot = BotApp.Start(settings);

    /// <summary>The plan's records.</summary>
    public IPlanRecords Records => bot.Services.GetRequiredService<IPlanRecords>();

    /// <summary>The store of the app that runs now.</summary>
    public FaultyStore Store => bot.Services.GetRequiredService<FaultyStore>();

    /// <summary>Plays every line before the last.</summary>
    public static async Task<Played> UpToAsync(string[] lines, BotAppSettings settings)
    {
        var played = new Played(
            settings with
            {
                Configuration = settings.Configuration.Add("Coordinators:AccessCode", "TRUJILLO-2016"),
                Services = FaultyStore.StandBefore,
            }
        );
        // So that the write of the run's mark does not count as a write of the turn.
        await played.bot.Services.GetRequiredService<RunHeartbeat>().Begun;
        foreach (string line in lines[..^1])
            await played.SayAsync(line);
        // Writes the delivery marks of the earlier turns: without them, a killed process may send those replies again.
        await played.bot.Services.GetRequiredService<DeliveryMarks>().StopAsync(CancellationToken.None);
        return played;
    }

    public async Task<string> SayAsync(string line)
    {
        (Talker who, string words) = Read(line);
        return Heard(await who.SayAsync(words));
    }

    public Task BreakOffAsync(string line)
    {
        (Talker who, string words) = Read(line);
        return who.SayUnheardAsync(words);
    }

    /// <summary>Plays until the last turn is killed after the given number of writes, and starts the app again.</summary>
    public static async Task<Played> KilledAsync(string[] lines, int writes, BotAppSettings settings)
    {
        Played played = await UpToAsync(lines, settings);
        played.Store.WritesLeft = writes;
        await played.BreakOffAsync(lines[^1]);
        await played.RestartAsync();
        return played;
    }

    /// <summary>Plays the rest of a conversation, and returns the reply to its last line.</summary>
    public async Task<string> GoOnAsync(params string[] lines)
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        string last = "";
        foreach (string line in lines)
            last = await SayAsync(line);
        return last;
    }

    /// <summary>Starts a new process on the same store.</summary>
    public Task RestartAsync() => bot.RestartAsync();

    /// <summary>The channel delivers the last turn again.</summary>
    /// <returns>Whether the bot accepted it.</returns>
    public Task<bool> IsTakenAsync(string line) => Read(line).Who.TryRepeatAsync();

    /// <summary>The channel delivers the last turn again.</summary>
    /// <returns>The replies.</returns>
    public async Task<string> RepeatAsync(string line) => Heard(await Read(line).Who.RepeatAsync());

    /// <summary>What everybody finds afterwards, without codes, which differ each time.</summary>
    public async Task<string> FindAsync()
    {
        Assert.Empty(await Recount.FindDriftsAsync(bot.Services.GetRequiredService<IRecountSource>(), CancellationToken.None));
        AuditReport audit = await bot.Services.GetRequiredService<AuditVerification>().RunAsync(null, CancellationToken.None);
        Assert.Empty(audit.Broken);

        var found = new StringBuilder();
        foreach (string who in people.Keys.ToArray())
        {
            foreach (string asked in (string[])["mis fichas", "mis datos", "mesa", "consultas"])
                found.Append(await SayAsync($"{who}: {asked}")).Append('\n');
        }
        return found.Append(await SayAsync("vecino: avance")).Append(await SayAsync("vecino: apoyar")).ToString();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private (Talker Who, string Words) Read(string line)
    {
        string[] said = line.Split(": ", 2);
        if (!people.TryGetValue(said[0], out Talker? who))
            people[said[0]] = who = bot.Talker(said[0]);
        return (who, said[1].Replace("{código}", code, StringComparison.Ordinal).Replace("{número}", number, StringComparison.Ordinal));
    }

    private string Heard(ImmutableArray<BotMessage> messages)
    {
        string words = string.Join('\n', messages.Select(static message => $"{message.Words}\n{message.Card?.Json}"));
        code = Code().Match(words) is { Success: true } given ? given.Value : code;
        number = Number().Match(words) is { Success: true } receipt ? receipt.Value : number;
        return Code().Replace(words, "{código}");
    }

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b\d{3}-\d{3}-\d\b")]
    private static partial Regex Number();
}
