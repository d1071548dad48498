using System.Diagnostics;
using System.Text.Json;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;
using static AgaBot.Tests.Channels.DirectLine.PageVisitor;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>
/// Microsoft's own client (npm <c>botframework-directlinejs</c>, what Web Chat speaks by) holds a conversation from Node.
/// </summary>
[Trait("Category", "Integration")]
public sealed class DirectLineJsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly string[] Words = ["presentarme", "sí", "Ana Quispe"];

    [Theory]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task It_is_greeted_and_answered(string mode)
    {
        await using BotApp bot = BotApp.Start();

        await TalkAsync(bot.Address, mode);
    }

    [Theory]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task Behind_a_proxy_that_goes_from_one_instance_to_the_other_too(string mode)
    {
        await using var bots = TwoInstances.Start(azurite);

        await TalkAsync(bots.Http.BaseAddress!, mode);
    }

    private static async Task TalkAsync(Uri address, string mode)
    {
        Repository.NodePackage("botframework-directlinejs");
        var start = new ProcessStartInfo("node", ["directline.mjs", address.AbsoluteUri, mode, .. Words])
        {
            WorkingDirectory = Repository.Node,
        };

        FinishedProcess node = await FinishedProcess.RunAsync(start, TimeSpan.FromMinutes(2));

        Assert.True(node.ExitCode == 0, $"{node}");
        using JsonDocument read = JsonDocument.Parse(node.Output);
        JsonElement[] came = [.. read.RootElement.GetProperty("came").EnumerateArray()];
        Assert.Equal(
            ["agabot", .. Words.SelectMany(words => (string[])[words, "agabot"])],
            came.Select(activity => Text(activity, "from") is "agabot" and var bot ? bot : Text(activity, "text"))
        );
        for (int said = 1; said < came.Length; said += 2)
            Assert.Equal(Text(came[said], "id"), Text(came[said + 1], "replyToId"));
        Assert.Contains("Online", read.RootElement.GetProperty("states").EnumerateArray().Select(state => state.GetString()));
    }
}
