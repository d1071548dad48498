using System.Text;
using AgaBot.Channels.Inbound;
using AgaBot.Dialogs.Inputs;
using AgaBot.Json;

namespace AgaBot.Tests.Channels;

public sealed class CardSubmitReaderTests
{
    [Fact]
    public void A_submit_is_its_action_its_origin_and_its_inputs_by_question()
    {
        CardSubmit submit = Read(
            """{"agabot":"answer","session":"s1","revision":3,"question":"propuesta","propuesta.s1.3":"Agua","x":null,"y":{}}"""
        )!;

        Assert.Equal((CardActions.Answer, "s1", 3, "propuesta"), (submit.Action, submit.Session, submit.Revision, submit.Question));
        Assert.Equal([new("propuesta", "Agua")], submit.Values);
    }

    [Theory]
    [InlineData("""{"agabot":"edit","revision":"7","number":"2"}""")]
    [InlineData("""{"agabot":"edit","revision":7,"number":2}""")]
    public void A_client_may_send_numbers_as_texts(string value)
    {
        CardSubmit submit = Read(value)!;

        Assert.Equal((7, 2), (submit.Revision, submit.Number));
    }

    [Fact]
    public void A_toggle_may_come_as_a_boolean() =>
        Assert.Equal([new("acepta", "true")], Read("""{"agabot":"answer","acepta.s1.1":true}""")!.Values);

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"agabot\"")]
    [InlineData("""{"agabot":"Answer"}""")]
    [InlineData("""{"agabot":["answer"]}""")]
    [InlineData("""{"agabot":"edit","number":"2.5"}""")]
    [InlineData("""{"agabot":"edit","number":"99999999999"}""")]
    public void What_no_card_of_ours_sends_is_nothing(string value) => Assert.Null(Read(value));

    [Fact]
    public void More_inputs_than_any_card_has_are_nothing() =>
        Assert.Null(Read($$"""{"agabot":"answer",{{string.Join(',', Enumerable.Range(0, 64).Select(i => $"\"i{i}\":\"\""))}}}"""));

    private static CardSubmit? Read(string value) => CardSubmitReader.Read(new RawJson(Encoding.UTF8.GetBytes(value)));
}
