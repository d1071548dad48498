using System.Text.Json.Nodes;

namespace AgaBot.Tests.Cards;

/// <summary>
/// Microsoft's own cases that keep to our subset: see Official/README.md for where they come from and which are left out.
/// </summary>
[Trait("Category", "Integration")]
public sealed class OfficialTemplateTests
{
    [Fact]
    public void The_activity_update_card_is_as_published() =>
        Assert.True(JsonNode.DeepEquals(Read("complex-template.output.json"), Ours("complex-template.json", "complex-template.data.json")));

    [Theory]
    [InlineData("complex-template.json", "complex-template.data.json")]
    [InlineData("Template.DataBinding.Inline.json", "Template.data.json")]
    [InlineData("Template.Keywords.json", "Template.data.json")]
    public void A_case_gives_the_card_that_Microsofts_engine_makes(string template, string data) =>
        Assert.True(JsonNode.DeepEquals(CardOracle.Expand(Read(template), Read(data)), Ours(template, data)));

    private static JsonObject? Ours(string template, string data) => JsonObject.Create(CardFiles.Expand(Read(template), Read(data)).Card);

    private static JsonNode Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "Bot.Tests", "Cards", "Official", name)))!;
}
