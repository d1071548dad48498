using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using AgaBot.Channels.Admission;
using AgaBot.Tests.Hosting;
using static AgaBot.Tests.Channels.DirectLine.PageVisitor;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>A page that does not read its stream only uses a socket for a limited time.</summary>
[Trait("Category", "Integration")]
public sealed class SlowReaderTests
{
    /// <summary>More than the buffers of a local connection can hold.</summary>
    private const int Messages = 30;

    private static readonly string Long = new('a', 800 * 1024);

    [Fact]
    public async Task A_stream_that_nobody_reads_is_closed_and_nothing_is_lost()
    {
        await using BotApp bot = BotApp.Start(
            new()
            {
                Configuration = new Dictionary<string, string>
                {
                    [$"{AdmissionLimits.Section}:SlowReader"] = "00:00:00.5",
                    [$"{AdmissionLimits.Section}:StreamsPerConversation"] = "1",
                    [$"{AdmissionLimits.Section}:RequestsPerConversation:Burst"] = "100000",
                    [$"{AdmissionLimits.Section}:RequestsPerAddress:Burst"] = "100000",
                }.ToImmutableDictionary(),
            }
        );
        PageVisitor ana = await OpenAsync(bot);
        for (int said = 0; said < Messages; said++)
        {
            using HttpResponseMessage taken = await ana.PostActivityAsync(
                new JsonObject
                {
                    ["type"] = "message",
                    ["text"] = "hola",
                    ["channelData"] = new JsonObject { ["long"] = Long },
                }.ToJsonString()
            );
            Assert.True(taken.IsSuccessStatusCode);
        }
        using PageStream slow = await ana.StreamAsync("1");

        using PageStream again = await ana.StreamWhenThereIsRoomAsync("1");

        await Assert.ThrowsAsync<WebSocketException>(() => slow.ReadAsync(2 * Messages));
        Assert.Equal(2 * Messages, (await again.ReadAsync(2 * Messages)).Length);
    }
}
