using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Tests.Cards;

/// <summary>Expands each template of <c>cards/</c> with its sample and compares the result with Microsoft's engine.</summary>
[Trait("Category", "Integration")]
public sealed class CardTemplateFilesTests
{
    public static TheoryData<string> Names => CardFiles.Names;

    [Theory, MemberData(nameof(Names))]
    public void A_sample_has_all_that_its_template_asks_for(string name) =>
        Assert.Empty(CardFiles.Expand(CardFiles.Template(name), CardFiles.Sample(name)).Missing);

    [Theory, MemberData(nameof(Names))]
    public async Task A_card_is_valid_by_the_schema_of_Adaptive_Cards(string name) =>
        Assert.Empty(await CardSchema.ProblemsAsync(CardFiles.SampleCard(name)));

    [Theory, MemberData(nameof(Names))]
    public void A_card_is_read_by_Microsofts_parser_without_a_remark(string name) =>
        Assert.Empty(CardOracle.Problems(CardFiles.SampleCard(name)));

    [Theory, MemberData(nameof(Names))]
    public void A_card_is_the_one_that_Microsofts_engine_makes(string name)
    {
        JsonNode? theirs = CardOracle.Expand(JsonNode.Parse(CardFiles.Template(name))!, JsonNode.Parse(CardFiles.Sample(name)));
        Assert.NotNull(theirs);
        Assert.True(JsonNode.DeepEquals(theirs, JsonObject.Create(CardFiles.SampleCard(name))));
    }

    [Fact]
    public async Task A_fault_in_a_card_is_seen_by_the_schema_and_by_the_parser()
    {
        JsonElement wrong = JsonElement.Parse("""{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "Input.Text" }] }""");
        Assert.NotEmpty(await CardSchema.ProblemsAsync(wrong));
        Assert.NotEmpty(CardOracle.Problems(wrong));
    }
}
