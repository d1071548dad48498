using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using AgaBot.Tests.Hosting;
using static AgaBot.Tests.Channels.DirectLine.PageVisitor;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>The order of the activities, also after the log was unavailable.</summary>
[Trait("Category", "Integration")]
public sealed class PageOrderTests
{
    [Fact]
    public async Task What_waited_since_the_last_turn_is_shown_before_what_is_said_now()
    {
        var log = new BrittleLog();
        await using BotApp bot = BotApp.Start(log.Into(new()));
        PageVisitor ana = await OpenAsync(bot);

        log.Gone = true;
        using HttpResponseMessage lost = await ana.PostActivityAsync("""{"type":"message","text":"consultas"}""");
        log.Gone = false;
        string second = await ana.SayAsync("ayuda");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
        ImmutableArray<JsonElement> shown = await ana.HistoryAsync("1");
        Assert.Equal(3, shown.Length);
        Assert.NotEqual(second, Text(shown[0], "replyToId"));
        Assert.Equal(second, Text(shown[1], "id"));
        Assert.Equal(second, Text(shown[2], "replyToId"));
    }
}
