using System.Text.Json;

namespace AgaBot.Tests.Cards;

/// <summary>Accessibility of the cards.</summary>
public sealed class CardForEveryoneTests
{
    public static TheoryData<string> Names => CardFiles.Names;

    [Theory, MemberData(nameof(Names))]
    public void A_card_can_be_said_without_being_shown(string name)
    {
        JsonElement card = CardFiles.SampleCard(name);
        Assert.All(["fallbackText", "speak", "lang"], property => Assert.NotEmpty(Text(card, property)));
        Assert.Equal("1.5", Text(card, "version"));
    }

    [Theory, MemberData(nameof(Names))]
    public void An_input_has_a_label_and_says_what_is_wrong_with_it(string name) =>
        Assert.All(Inputs(name), input => Assert.All(["id", "label", "errorMessage"], property => Assert.NotEmpty(Text(input, property))));

    [Theory, MemberData(nameof(Names))]
    public void No_two_inputs_of_a_card_share_an_id(string name) => Assert.Distinct(Inputs(name).Select(input => Text(input, "id")));

    [Theory, MemberData(nameof(Names))]
    public void A_text_wraps_on_a_narrow_screen(string name) =>
        Assert.All(
            CardFiles.Elements(CardFiles.SampleCard(name)).Where(element => CardFiles.TypeOf(element) == "TextBlock"),
            text => Assert.True(text.GetProperty("wrap").GetBoolean())
        );

    [Theory, MemberData(nameof(Names))]
    public void The_first_button_in_reading_order_is_the_one_that_goes_on(string name)
    {
        JsonElement card = CardFiles.SampleCard(name);
        JsonElement[] buttons = card.TryGetProperty("actions", out JsonElement actions) ? [.. actions.EnumerateArray()] : [];
        Assert.DoesNotContain(buttons.Skip(1), button => Text(button, "style") == "positive");
    }

    [Fact]
    public void What_is_to_be_corrected_carries_a_sign_and_not_only_a_colour()
    {
        JsonElement problem = Assert.Single(
            CardFiles.Elements(CardFiles.SampleCard("question-plandate")),
            element => Text(element, "style") == "attention"
        );
        Assert.StartsWith("⚠ ", Text(problem.GetProperty("items")[0], "text"), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Inputs(string name) =>
        CardFiles
            .Elements(CardFiles.SampleCard(name))
            .Where(element => CardFiles.TypeOf(element).StartsWith("Input.", StringComparison.Ordinal));

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
