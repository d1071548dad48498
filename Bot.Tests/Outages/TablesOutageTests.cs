using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using AgaBot.Plans;
using AgaBot.Reports.Recounts;
using AgaBot.Tests.Channels;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Outages;

/// <summary>Table Storage is slow, throttles, refuses, hangs, or loses responses while the bot runs (docs/outages.md).</summary>
[Trait("Category", "Integration")]
public sealed class TablesOutageTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private AilingService? service;
    private BotApp? app;

    private AilingService Store => service!;

    private BotApp Bot => app!;

    public async Task InitializeAsync()
    {
        service = await AilingService.StartAsync(azurite.Port);
        app = BotApp.Start(
            new()
            {
                TablesConnectionString = azurite.ConnectionStringAt(service.Port),
                Configuration = new Dictionary<string, string>
                {
                    ["Storage:Tables:NetworkTimeout"] = "00:00:01",
                    ["Bot:TypingAfter"] = "00:00:00.2",
                    ["Bot:AnswerWithin"] = "00:00:00.2",
                }.ToImmutableDictionary(),
            }
        );
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Store.DisposeAsync();
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(500)]
    public Task A_store_that_throttles_or_is_busy_is_waited_for(int status) =>
        Outage.GoesByAsync(Bot.Http, () => RefuseAsync(status), () => RefuseAsync(null));

    [Fact]
    public async Task A_store_that_hangs_longer_than_anybody_waits_is_gone_and_comes_back()
    {
        var hanging = new TaskCompletionSource();
        await Outage.GoesByAsync(
            Bot.Http,
            () =>
            {
                Store.HeldUntil = hanging.Task;
                return Task.CompletedTask;
            },
            () =>
            {
                hanging.SetResult();
                return Task.CompletedTask;
            }
        );
    }

    [Fact]
    public async Task A_slow_store_has_the_channel_deliver_again_and_then_finds_the_turn_taken()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        JsonObject hello = Message("hola", connector);
        await Outage.UntilTakenAsync(Bot.Http, hello);
        int before = connector.Received.Count;
        var slow = new TaskCompletionSource();
        Store.HeldUntil = slow.Task;
        JsonObject help = Message("ayuda", connector);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Outage.SayAsync(Bot.Http, help)).Status);
        slow.SetResult();
        await Outage.UntilTakenAsync(Bot.Http, help);
        await Outage.UntilTakenAsync(Bot.Http, Message("avance", connector));

        Posted[] since = [.. connector.Received.Skip(before)];
        Assert.Contains(since, posted => posted.Activity.GetProperty("type").GetString() == "typing");
        Assert.Single(
            since,
            posted =>
                posted.Text?.Contains("Puede escribir", StringComparison.Ordinal) == true
                || posted.Text?.Contains("proponer", StringComparison.Ordinal) == true
        );
    }

    [Fact]
    public async Task Every_write_whose_answer_is_lost_is_recognised_as_ones_own()
    {
        Store.LosesAnswers = true;
        Talker rosa = Bot.Talker("rosa"),
            julio = Bot.Talker("julio", "sms");

        foreach (
            string said in (string[])
                ["presentarme", "sí", "Rosa Flores", "JUSHCAMIL", "1", "saltar", "proponer", "1", "Portal abierto", "enviar", "enviar"]
        )
            await rosa.AskAsync(said);
        await julio.AskAsync("presentarme");
        await julio.AskAsync("sí");

        Assert.Single((await rosa.AskAsync("mis fichas")).Split('\n'), line => line.Contains("Portal abierto", StringComparison.Ordinal));
        Assert.Contains("organización", await julio.AskAsync("Julio Ríos"), StringComparison.Ordinal);
        PlanCounts counts = await Bot.Services.GetRequiredService<IPlanRecords>().CountsAsync(CancellationToken.None);
        Assert.Equal((1, 0), (counts.Components.Values.Sum(count => count.Fichas), counts.Components.Values.Sum(count => count.Drafts)));
        Assert.Equal(1, counts.Participants.Values.Sum());
        Assert.Empty(await Recount.FindDriftsAsync(Bot.Services.GetRequiredService<IRecountSource>(), CancellationToken.None));
        Assert.True(Store.Lost > 12, $"Only {Store.Lost} answers were lost.");
    }

    [Fact]
    public async Task A_bot_that_starts_while_every_answer_to_a_write_is_lost_takes_turns()
    {
        Store.LosesAnswers = true;
        await Bot.RestartAsync();

        Assert.Contains("AgaBot", await Bot.Talker("rosa").AskAsync("hola").WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }

    private Task RefuseAsync(int? status)
    {
        Store.Refuses = status;
        return Task.CompletedTask;
    }

    private static JsonObject Message(string text, FakeConnector connector)
    {
        JsonObject message = Wire.Message(text);
        message["serviceUrl"] = connector.ServiceUrl;
        message.Remove("deliveryMode");
        return message;
    }
}
