using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Tests.LaLibertad;

namespace AgaBot.Tests.Cards;

/// <summary>The templates show the views of the dialogs.</summary>
public sealed class CardViewTests
{
    /// <summary>The size limit of a card in Teams.</summary>
    private const int LargestCard = 28 * 1024;

    public static TheoryData<string> Templates { get; } = new(AnyView.All.Select(view => view.Template));

    [Fact]
    public void Every_template_has_a_view_and_every_view_its_template() =>
        Assert.Equal(CardFiles.Templates, AnyView.All.Select(view => view.Template).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_view_is_among_them() =>
        Assert.Equal(
            typeof(CardView).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CardView))).ToHashSet(),
            AnyView.All.Select(view => view.GetType()).ToHashSet()
        );

    [Theory, MemberData(nameof(Templates))]
    public async Task A_view_has_all_that_its_template_asks_for(string template)
    {
        (JsonElement card, IReadOnlyList<string> missing) = Card(AnyView.All.Single(view => view.Template == template));
        Assert.Empty(missing);
        Assert.Empty(await CardSchema.ProblemsAsync(card));
    }

    [Theory, MemberData(nameof(Templates))]
    public void A_sample_has_the_properties_of_its_view_and_no_others(string template)
    {
        JsonElement view = JsonElement.Parse(CardViewJson.Write(AnyView.All.Single(view => view.Template == template)).Span);
        JsonElement sample = JsonElement.Parse(CardFiles.Sample(template));
        Assert.Equal(Names(view).Except(["template", "kind"]), Names(sample));
    }

    [Fact]
    public async Task The_longest_ficha_of_the_workshop_is_reviewed_on_a_card_that_Teams_takes()
    {
        WorkshopProposal ficha = Workshop.Load().Fichas.MaxBy(ficha => Answers(ficha).Sum(answer => answer.Length))!;
        await AssertFits([.. Answers(ficha)]);
    }

    [Theory]
    [InlineData('a', 8)]
    [InlineData('ñ', 8)]
    [InlineData('*', 8)]
    [InlineData('"', 1)]
    [InlineData('"', 8)]
    [InlineData('"', 12)]
    [InlineData('\\', 8)]
    [InlineData('\u200f', 8)]
    public Task Answers_as_long_as_the_card_shows_them_are_reviewed_on_a_card_that_Teams_takes(char letter, int questions) =>
        AssertFits([.. Enumerable.Repeat(new string(letter, ReviewMessage.MostOnCard / questions), questions)], letter);

    [Fact]
    public void Words_that_look_like_a_template_or_like_JSON_stay_words()
    {
        const string Words = "${title} \"}],\\ \n' ` \u202e🙋🏽‍♀️";
        JsonElement card = Card(AnyView.Review([new ReviewLine(1, "Problema", Words, "Cambiar")], Words)).Card;
        Assert.Equal(Words, card.GetProperty("fallbackText").GetString());
        Assert.Contains(
            CardFiles.Elements(card),
            element => element.TryGetProperty("text", out JsonElement text) && text.GetString() == Words
        );
    }

    /// <param name="letter">The character that fills the longest advice and the longest similar proposals.</param>
    private static async Task AssertFits(ImmutableArray<string> answers, char letter = 'a')
    {
        string inAdvice = PlainInCards.Escape(new string(letter, 81));
        string inWords = string.Join('\n', answers);
        ReviewView view = AnyView.Review(
            [
                .. answers.Select(
                    (answer, index) =>
                        new ReviewLine(
                            index + 1,
                            "Corresponsables",
                            PlainInCards.Escape(Excerpt.Shorten(answer, ReviewMessage.LongestOnCard(answers))),
                            $"Cambiar la respuesta {index + 1}"
                        )
                ),
            ],
            Excerpt.Shorten(inWords, ReviewMessage.LongestFallback)
        ) with
        {
            Advice = [.. Enumerable.Repeat(new AdviceLine(7, $"{inAdvice}{new string('a', 120)}", "Editar 7", "Ignorar", "ignorar 7"), 3)],
            Similar =
            [
                .. Enumerable.Repeat(
                    new SimilarLine(
                        $"Parecida 1: 482-716-4, {inAdvice}",
                        inAdvice,
                        "Apoyar 1",
                        "apoyar 482-716-4",
                        "Sumar a 1 como aporte",
                        "sumar 482-716-4"
                    ),
                    3
                ),
            ],
        };
        JsonElement card = Card(view).Card;
        Assert.Empty(await CardSchema.ProblemsAsync(card));
        Assert.InRange(Encoding.UTF8.GetByteCount(card.GetRawText()), 1, LargestCard);
    }

    private static IEnumerable<string> Answers(WorkshopProposal ficha) =>
        [
            ficha.Componente ?? "",
            ficha.Propuesta,
            ficha.Problema,
            ficha.Objetivo,
            ficha.Responsable,
            ficha.Corresponsables,
            string.Join('\n', ficha.Acciones.Select((row, index) => $"{index + 1}. {string.Join("; ", row)}")),
            ficha.Cumplimiento ?? "",
        ];

    private static (JsonElement Card, IReadOnlyList<string> Missing) Card(CardView view) =>
        CardFiles.Expand(CardFiles.Template(view.Template), CardViewJson.Write(view));

    private static IEnumerable<string> Names(JsonElement data) =>
        data.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);
}
