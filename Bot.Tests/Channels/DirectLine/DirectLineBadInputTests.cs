using System.Net;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>The response to invalid input of the page says what is wrong, and the conversation continues.</summary>
[Trait("Category", "Integration")]
public sealed class DirectLineBadInputTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly BotApp bot = shared.App;

    public static TheoryData<string, string> Bodies =>
        new()
        {
            { "nothing", "" },
            { "no JSON", "hola" },
            { "another shape", "[1,2]" },
            { "null", "null" },
            { "no type", """{"text":"hola"}""" },
            { "a number as text", """{"type":"message","text":7}""" },
            { "half a character", """{"type":"message","text":"\ud800"}""" },
            { "deep nesting", $$"""{"type":"message","value":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""" },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_activity_is_refused(string what, string body)
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);

        using HttpResponseMessage refused = await ana.PostActivityAsync(body);

        Assert.True(refused.StatusCode == HttpStatusCode.BadRequest, what);
        Assert.Single(await ana.HistoryAsync());
    }

    public static TheoryData<string> Odd =>
        [
            """{"type":"message","text":"hola","channelData":{"clientActivityID":"\ud800"}}""",
            """{"type":"message","text":"hola","channelData":{"clientActivityID":"a/\\#?\u0000\u202eñ"}}""",
            """{"type":"message","text":"hola","channelData":[]}""",
            """{"type":"message","text":"hola","channelData":"x"}""",
            """{"type":"message","text":"hola","from":null,"conversation":{"id":"another"}}""",
            """{"type":"message","value":{"agabot":"send","session":"not mine"}}""",
            """{"type":"message"}""",
            """{"type":"typing"}""",
            """{"type":"event","name":"webchat/join"}""",
        ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task An_odd_activity_is_taken_and_the_conversation_goes_on(string body)
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);

        using HttpResponseMessage taken = await ana.PostActivityAsync(body);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        string id = await ana.SayAsync("ayuda", "afterwards");
        Assert.Contains(await ana.HistoryAsync(), activity => PageVisitor.Text(activity, "id") == id);
    }

    [Theory]
    [InlineData(950 * 1024)]
    [InlineData(5 * 1024 * 1024)]
    public async Task What_is_too_large_to_keep_is_refused_before_anything_happens(int length)
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);

        using HttpResponseMessage refused = await ana.PostActivityAsync($$"""{"type":"message","text":"{{new string('a', length)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Single(await ana.HistoryAsync());
    }

    [Theory]
    [InlineData("-")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999999")]
    public async Task A_malformed_watermark_is_refused(string watermark)
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);

        using HttpResponseMessage refused = await ana.GetAsync($"conversations/{ana.ConversationId}/activities?watermark={watermark}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }
}
