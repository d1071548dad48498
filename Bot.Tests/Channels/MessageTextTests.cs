using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AgaBot.Channels.Inbound;
using AgaBot.Channels.Protocol;
using AgaBot.Json;

namespace AgaBot.Tests.Channels;

/// <summary>Mentions and escape sequences in the text of messages.</summary>
public sealed class MessageTextTests
{
    private const string Bot = "28:bot";

    [Theory]
    [InlineData("<at>AgaBot</at> avance", "avance")]
    [InlineData("<at>AgaBot</at>&nbsp;avance", "avance")]
    [InlineData("avance <at>AgaBot</at>", "avance")]
    [InlineData("Hola <at>AgaBot</at> avance", "Hola avance")]
    [InlineData("<at>AgaBot</at>", "")]
    [InlineData("<at>AgaBot</at> <at>AgaBot</at> avance", "avance")]
    [InlineData("<at>AgaBot</at> agua &amp; saneamiento &lt;50 %&gt; &#191;s&iacute;?", "agua & saneamiento <50 %> ¿sí?")]
    [InlineData("<at>AgaBot</at> uno\ndos", "uno\ndos")]
    public void The_bots_mention_is_gone_and_the_rest_stays(string text, string said) =>
        Assert.Equal(said, Read(text, Mention(Bot, "AgaBot", "<at>AgaBot</at>")));

    [Fact]
    public void Other_people_are_their_names_whatever_the_text_calls_them() =>
        Assert.Equal(
            "como dijo Carmen Ruiz, y Ana & Cía",
            Read(
                "<at>AgaBot</at> como dijo <at>la jefa</at>, y <at>Ana &amp; Cía</at>",
                Mention(Bot, "AgaBot", "<at>AgaBot</at>"),
                Mention("29:c", "Carmen Ruiz", "<at>la jefa</at>"),
                Mention("29:a", null, "<at>Ana &amp; Cía</at>")
            )
        );

    [Fact]
    public void A_name_that_is_written_as_the_bots_does_not_make_it_the_bots() =>
        Assert.Equal("AgaBot avance", Read("<at>AgaBot</at> avance", Mention("29:x", "AgaBot", "<at>AgaBot</at>")));

    [Fact]
    public void Of_mentions_that_overlap_the_longest_counts() =>
        Assert.Equal(
            "Carmen Ruiz avance",
            Read(
                "<at>Ana</at> avance",
                Mention(Bot, "x", "<at>"),
                Mention("29:c", "Carmen Ruiz", "<at>Ana</at>"),
                Mention(Bot, "y", "Ana</at> avance")
            )
        );

    [Theory]
    [InlineData("""[{"type":"mention"}]""")]
    [InlineData("""[{"type":"mention","text":"avance"}]""")]
    [InlineData("""[{"type":"mention","text":"","mentioned":{"id":"28:bot"}}]""")]
    [InlineData("""[{"type":"mention","text":5,"mentioned":{"id":"28:bot"}}]""")]
    [InlineData("""[{"type":"mention","text":"avance","mentioned":"28:bot"}]""")]
    [InlineData("""[{"type":"mention","text":"avance","mentioned":{"id":["28:bot"]}}]""")]
    [InlineData("""[{"type":"mention","text":"\ud800","mentioned":{"id":"28:bot"}}]""")]
    [InlineData("""[{"type":"mention","text":"no está","mentioned":{"id":"28:bot"}}]""")]
    [InlineData("""[{"type":"clientInfo","text":"avance","mentioned":{"id":"28:bot"}}]""")]
    [InlineData("""["mention",null,7,[]]""")]
    [InlineData("""{"type":"mention","text":"avance","mentioned":{"id":"28:bot"}}""")]
    [InlineData("\"avance\"")]
    [InlineData("null")]
    public void An_entity_that_is_no_mention_takes_nothing_away(string entities) => Assert.Equal("avance", ReadRaw("avance", entities));

    [Fact]
    public void Ten_thousand_mentions_in_a_long_text_are_read_at_once()
    {
        var entities = new JsonArray([
            .. Enumerable
                .Range(0, 10_000)
                .Select(number =>
                    (JsonNode)Mention("29:x", "Ana", new string('<', 1 + number % 40) + number.ToString(CultureInfo.InvariantCulture))
                ),
        ]);
        string text = new('<', 500_000);

        Assert.Equal(text, ReadRaw(text, entities.ToJsonString()));
    }

    [Fact]
    public void A_channel_that_escapes_nothing_is_taken_at_its_word() =>
        Assert.Equal(" agua &amp; luz", MessageText.Read(new Activity { Text = " agua &amp; luz" }, isEscaped: false));

    private static JsonObject Mention(string id, string? name, string text) =>
        new()
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
            ["text"] = text,
        };

    private static string Read(string text, params JsonObject[] mentions) => ReadRaw(text, new JsonArray([.. mentions]).ToJsonString());

    private static string ReadRaw(string text, string entities) =>
        MessageText.Read(
            new Activity
            {
                Text = text,
                Recipient = new ChannelAccount(Bot),
                Entities = new RawJson(Encoding.UTF8.GetBytes(entities)),
            },
            isEscaped: true
        );
}
