using System.Collections.Immutable;
using System.Net;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using Microsoft.Extensions.Hosting;

namespace AgaBot.Tests.Hosting;

[Trait("Category", "Integration")]
public sealed class BotAppTests
{
    [Fact]
    public async Task The_probes_answer_and_a_person_is_heard()
    {
        var dialog = new ScriptedDialog(new Reply("Hola"));
        await using BotApp bot = BotApp.Start(dialog.Into(new()));

        Assert.Equal("ok", await bot.Http.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
        Assert.StartsWith(
            "ready\nthe store's file was",
            await bot.Http.GetStringAsync(new Uri("/readyz", UriKind.Relative)),
            StringComparison.Ordinal
        );
        Assert.Equal("Hola", await bot.Talker("p1").AskAsync("hola"));
        Assert.Equal([new UserInput.Typed("hola")], dialog.Heard);
    }

    [Fact]
    public async Task After_a_restart_an_activity_is_known_by_what_was_kept()
    {
        var dialog = new ScriptedDialog(new Reply("Hola"));
        await using BotApp bot = BotApp.Start(dialog.Into(new()));
        await bot.Talker("p1").AskAsync("hola");

        await bot.RestartAsync();

        Assert.Equal("Hola", await bot.Talker("p1").AskAsync("hola"));
        Assert.Single(dialog.Heard);
    }

    [Fact]
    public async Task With_the_page_alone_the_bot_takes_no_activities()
    {
        await using BotApp bot = BotApp.Start(
            new ScriptedDialog().Into(
                new()
                {
                    Environment = Environments.Production,
                    Configuration = new Dictionary<string, string> { ["Bot:WebOnly"] = "true" }.ToImmutableDictionary(),
                }
            )
        );

        using HttpResponseMessage answer = await bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content: null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
