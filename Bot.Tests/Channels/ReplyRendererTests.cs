using System.Text;
using AgaBot.Cards;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Protocol;
using AgaBot.Channels.Rendering;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Channels;

/// <summary>The activities of one reply on each channel.</summary>
public sealed class ReplyRendererTests
{
    private static readonly string Cards = Path.Combine(Repository.Root, "cards");

    private readonly ReplyRenderer renderer = new(
        CardTemplates.Load(Cards, NullLogger<CardTemplates>.Instance),
        Options.Create(new ChannelOptions { MaxTextLength = { ["sms"] = 80 } })
    );

    [Theory]
    [InlineData("sms")]
    [InlineData("a channel of tomorrow")]
    public void A_channel_that_shows_no_cards_gets_the_words(string channel)
    {
        Activity reply = Render(channel, Card());

        Assert.Equal(("Con palabras", "plain"), (reply.Text, reply.TextFormat));
        Assert.Null(reply.Attachments);
    }

    [Theory]
    [InlineData("msteams", false)]
    [InlineData("emulator", false)]
    [InlineData("webchat", true)]
    [InlineData("directline", true)]
    public void A_channel_that_shows_cards_gets_one_and_Web_Chat_its_words_to_read_out(string channel, bool hears)
    {
        Activity reply = Render(channel, Card());

        Attachment card = Assert.Single(reply.Attachments!.Value);
        Assert.Equal(Attachment.AdaptiveCard, card.ContentType);
        Assert.Contains("\"AdaptiveCard\"", Encoding.UTF8.GetString(card.Content!.Value.Utf8.Span), StringComparison.Ordinal);
        Assert.Null(reply.Text);
        Assert.Equal(hears, reply.ChannelData is not null);
    }

    [Fact]
    public void Words_alone_are_a_text_everywhere() =>
        Assert.Equal("Con palabras", Render("msteams", new PendingReply("t-0", "Con palabras", null, default, "")).Text);

    [Fact]
    public void A_length_in_the_settings_cuts_long_words_on_that_channel_alone()
    {
        PendingReply words = Card() with { Text = string.Join("\n", Enumerable.Range(1, 9).Select(n => $"{n}. Una opción de la lista")) };

        Assert.Equal(5, renderer.Parts(To("sms"), words).Select(part => part.Id).Distinct().Count());
        Assert.Same(words, Assert.Single(renderer.Parts(To("telegram"), words)));
        Assert.Same(words, Assert.Single(renderer.Parts(To("msteams"), words)));
    }

    private Activity Render(string channel, PendingReply reply) => renderer.Render(To(channel), reply);

    private static ConversationReference To(string channel) =>
        new(channel, "http://127.0.0.1:1", "c", "persona", null, "bot", null, null, "a");

    private static PendingReply Card() =>
        new("t-0", "Con palabras", "receipt", File.ReadAllBytes(Path.Combine(Cards, "receipt.data.json")), "Recibimos su ficha");
}
