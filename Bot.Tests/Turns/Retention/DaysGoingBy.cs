using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage.Records;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Retention;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Turns.Retention;

/// <summary>
/// The whole app over several days, with one housekeeping round each. A conversation is kept for 30 days, a draft for 20.
/// </summary>
public abstract class DaysGoingBy : IAsyncLifetime
{
    private protected static readonly CancellationToken None = CancellationToken.None;
    private protected static readonly ParticipantId Rosa = new("sms:rosa");

    /// <param name="settings">Settings of the test beside the two periods.</param>
    protected DaysGoingBy(params ImmutableArray<(string Name, string Value)> settings) =>
        Bot = BotApp.Start(
            new BotAppSettings
            {
                Configuration = ImmutableDictionary<string, string>
                    .Empty.Add("Retention:ConversationDays", "30")
                    .Add("Retention:DraftDays", "20")
                    .AddRange(settings.Select(static one => KeyValuePair.Create(one.Name, one.Value))),
                Services = static services =>
                {
                    services
                        .AddSingleton<SpokenFirst>()
                        .AddSingleton<IReplySenders>(static provider => provider.GetRequiredService<SpokenFirst>());
                    FaultyStore.StandBefore(services);
                },
            }
        );

    private protected BotApp Bot { get; }

    private protected Housekeeping Housekeeping => Bot.Services.GetRequiredService<Housekeeping>();

    private protected IPeopleScan People => Bot.Services.GetRequiredService<IPeopleScan>();

    public Task InitializeAsync() => Housekeeping.PassAsync(None).AsTask();

    public async Task DisposeAsync() => await Bot.DisposeAsync();

    private protected async Task<Talker> ConsentedAsync(string person)
    {
        Talker talker = Bot.Talker(person, "sms");
        foreach (string said in (string[])["presentarme", "sí", "Rosa Flores", "JUSHCAMIL", "Municipios", "saltar", "aporte"])
            await talker.AskAsync(said);
        return talker;
    }

    private protected async Task<Talker> WithDraftAsync(string person)
    {
        Talker talker = await ConsentedAsync(person);
        await talker.AskAsync("Cisternas para los caseríos");
        return talker;
    }

    /// <summary>Advances the clock day by day, with one housekeeping round each.</summary>
    private protected async Task DayAsync(int days)
    {
        for (int day = 0; day < days; day++)
        {
            Bot.Clock.Advance(TimeSpan.FromDays(1));
            await Housekeeping.PassAsync(None);
        }
    }

    private protected Task WorkAsync() => Bot.Services.GetRequiredService<WorkLoop>().PassAsync(None).AsTask();

    private protected ImmutableArray<BotMessage> Said() => Bot.Services.GetRequiredService<SpokenFirst>().Take();
}
