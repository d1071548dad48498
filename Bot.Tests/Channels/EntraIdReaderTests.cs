using System.Text;
using AgaBot.Channels.Inbound;
using AgaBot.Channels.Protocol;
using AgaBot.Json;
using AgaBot.Turns.Requests;

namespace AgaBot.Tests.Channels;

/// <summary>The id of a person in Entra ID, if the channel vouches for the id and no field contradicts it.</summary>
public sealed class EntraIdReaderTests
{
    private const string Rosa = "0d5f1d3c-9a51-4a4a-8b57-3f3f6a0c1f01";
    private const string Region = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    private const string Other = "72f988bf-86f1-41af-91ab-2d7cd011db48";

    [Theory]
    [InlineData(Rosa, Region, Region)]
    [InlineData(Rosa, Region, null)]
    [InlineData(Rosa, null, Region)]
    public void Teams_says_who_it_is(string objectId, string? ofChannel, string? ofConversation) =>
        Assert.Equal(new EntraId(Guid.Parse(Region), Guid.Parse(Rosa)), Read("msteams", objectId, ofChannel, ofConversation));

    [Theory]
    [InlineData(null, Region, Region)]
    [InlineData(Rosa, null, null)]
    [InlineData(Rosa, Region, Other)]
    [InlineData("29:rosa", Region, Region)]
    [InlineData(Rosa, "la-libertad", "la-libertad")]
    [InlineData("00000000-0000-0000-0000-000000000000", Region, Region)]
    public void What_is_missing_malformed_or_contradicted_says_nobody(string? objectId, string? ofChannel, string? ofConversation) =>
        Assert.Null(Read("msteams", objectId, ofChannel, ofConversation));

    [Theory]
    [InlineData("directline")]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("sms")]
    public void Where_a_client_can_write_it_it_says_nobody(string channel) => Assert.Null(Read(channel, Rosa, Region, Region));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"tenant":"x"}""")]
    [InlineData("""{"tenant":{"id":7}}""")]
    [InlineData("""{"tenant":{"id":"\ud800"}}""")]
    public void Channel_data_of_another_shape_says_nobody(string data) =>
        Assert.Null(
            EntraIdReader.Read(
                new Activity
                {
                    ChannelId = "msteams",
                    From = new ChannelAccount("29:rosa", AadObjectId: Rosa),
                    ChannelData = new RawJson(Encoding.UTF8.GetBytes(data)),
                }
            )
        );

    private static EntraId? Read(string channel, string? objectId, string? ofChannel, string? ofConversation) =>
        EntraIdReader.Read(
            new Activity
            {
                ChannelId = channel,
                From = new ChannelAccount("29:rosa", AadObjectId: objectId),
                Conversation = new ConversationAccount("a", TenantId: ofConversation),
                ChannelData = ofChannel is null ? null : new RawJson(Encoding.UTF8.GetBytes($$"""{"tenant": {"id": "{{ofChannel}}"} }""")),
            }
        );
}
