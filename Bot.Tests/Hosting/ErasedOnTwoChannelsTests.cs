using System.Text.Json.Nodes;
using AgaBot.Tests.Channels;
using AgaBot.Tests.Outages;

namespace AgaBot.Tests.Hosting;

/// <summary>A participant with two linked channels erases their data, and a channel redelivers the activity.</summary>
[Trait("Category", "Integration")]
public sealed class ErasedOnTwoChannelsTests : IAsyncLifetime
{
    private readonly BotApp bot = BotApp.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("sms")]
    [InlineData("telegram")]
    public async Task The_yes_that_erased_them_is_recognised_on_the_channel_that_it_came_by_whichever_id_stayed(string erasing)
    {
        string other = erasing == "sms" ? "telegram" : "sms";
        foreach (string said in (string[])["presentarme", "sí", "Rosa Flores"])
            await SayAsync(said, other);
        string command = Linked.Command(await SayAsync("vincular", other));
        await SayAsync(command, erasing);
        await SayAsync("vincular sí", erasing);
        await SayAsync("hola", other);
        Assert.Contains("una sola persona", await SayAsync("vincular sí", other), StringComparison.Ordinal);
        await SayAsync("borrar mis datos", erasing);
        JsonObject yes = Message("borrar", erasing);
        string farewell = await Outage.TakenAsync(bot.Http, yes);
        Assert.Contains("borré sus datos", farewell, StringComparison.Ordinal);

        Assert.Equal(Texts(farewell), Texts(await Outage.TakenAsync(bot.Http, yes)));
        await bot.RestartAsync();
        Assert.Equal(Texts(farewell), Texts(await Outage.TakenAsync(bot.Http, yes)));

        Assert.Contains("Todavía no", await SayAsync("mis fichas", erasing), StringComparison.Ordinal);
        Assert.Contains("Todavía no", await SayAsync("mis fichas", other), StringComparison.Ordinal);

        // The person is unknown now and is asked a question. The redelivered text is not taken as the answer.
        Assert.Contains("¿Acepta", await SayAsync("presentarme", erasing), StringComparison.Ordinal);
        Assert.DoesNotContain("nombre", await Outage.TakenAsync(bot.Http, yes), StringComparison.Ordinal);
        Assert.Contains("nombre", await SayAsync("sí", erasing), StringComparison.Ordinal);
    }

    private Task<string> SayAsync(string text, string channel) => Outage.TakenAsync(bot.Http, Message(text, channel));

    private static JsonObject Message(string text, string channel)
    {
        JsonObject message = Wire.Message(text);
        message["channelId"] = channel;
        message["from"]!["id"] = $"rosa-{channel}";
        message["conversation"]!["id"] = $"c-{channel}";
        return message;
    }

    private static string[] Texts(string body) =>
        [.. JsonNode.Parse(body)!["activities"]!.AsArray().Select(activity => activity!["text"]!.GetValue<string>())];
}
