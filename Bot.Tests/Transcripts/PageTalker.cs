using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgaBot.Plans;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Transcripts;

/// <summary>
/// A person of a transcript on the page, where files can be sent. What the page says when it is opened is not written down.
/// </summary>
internal sealed class PageTalker
{
    private readonly PageVisitor visitor;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private PageTalker(PageVisitor visitor) => this.visitor = visitor;

    /// <summary>Null until something was said.</summary>
    public ParticipantId? Author { get; private set; }

    public static async Task<PageTalker> OpenAsync(BotApp app)
    {
        var talker = new PageTalker(await PageVisitor.OpenAsync(app));
        await talker.ReadAsync();
        return talker;
    }

    public async Task<ImmutableArray<BotMessage>> SayAsync(string text)
    {
        await visitor.SayAsync(text);
        return await ReadAsync();
    }

    public async Task<ImmutableArray<BotMessage>> PressAsync(JsonObject value)
    {
        await visitor.PressAsync(value);
        return await ReadAsync();
    }

    public async Task<ImmutableArray<BotMessage>> SendFileAsync(byte[] file, string name)
    {
        using HttpResponseMessage sent = await visitor.SendFileAsync(file, name);
        await PageVisitor.ReadAsync(sent);
        return await ReadAsync();
    }

    /// <summary>What is new. A card that took another's place has that one's id, and is not.</summary>
    private async Task<ImmutableArray<BotMessage>> ReadAsync()
    {
        var messages = ImmutableArray.CreateBuilder<BotMessage>();
        foreach (JsonElement activity in await visitor.HistoryAsync())
        {
            string from = PageVisitor.Text(activity.GetProperty("from"), "id");
            if (from != "agabot")
                Author = new ParticipantId($"webchat:{from}");
            else if (seen.Add(PageVisitor.Text(activity, "id")))
                messages.Add(BotMessage.Of(activity));
        }
        return messages.ToImmutable();
    }
}
