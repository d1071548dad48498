using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Reading;
using AgaBot.Plans;
using AgaBot.Plans.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Dialogs.Explaining;

/// <summary>Which texts ask about a term, and which are an answer.</summary>
public sealed class GlossaryHandlerTests
{
    private static readonly GlossaryHandler Desk = new(
        new ServiceCollection().AddPlan(new ConfigurationBuilder().Build()).BuildServiceProvider().GetRequiredService<Plan>()
    );

    [Theory]
    [InlineData("¿Qué es corresponsable?", "Corresponsable es")]
    [InlineData("que significa verificable", "Verificable quiere decir")]
    [InlineData("QUE ES UN CORRESPONSABLE", "Corresponsable es")]
    [InlineData("Disculpe, ¿qué quiere decir gobierno abierto, por favor?", "Gobierno abierto es")]
    [InlineData("¿quiénes son los corresponsables?", "Corresponsable es")]
    [InlineData("no sé qué es una mesa", "Una mesa es")]
    [InlineData("¿Qué es una consulta?", "Una consulta es")]
    [InlineData("qué es coresponsable", "Corresponsable es")]
    [InlineData("¿corresponsables?", "Corresponsable es")]
    [InlineData("¿Qué es el Plan AGA?", "El Plan AGA es")]
    [InlineData("¿Qué es integridad pública?", "Integridad pública es uno de los componentes")]
    [InlineData("what is a commitment?", "Un compromiso es")]
    [InlineData("What does verifiable mean", "Verificable quiere decir")]
    public void A_question_about_a_word_is_answered(string text, string meaning) =>
        Assert.StartsWith(meaning, Desk.Explain(text, Words.Spanish)?.Meaning, StringComparison.Ordinal);

    [Fact]
    public void English_is_answered_in_English() =>
        Assert.StartsWith(
            "A co-responsible body",
            Desk.Explain("what is co-responsible?", Words.English)?.Meaning,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("¿Por qué nadie responde por la basura? Nadie sabe quién es responsable.")]
    [InlineData("La gente no sabe qué es gobierno abierto")]
    [InlineData("¿Qué es el compromiso de la municipalidad con los vecinos de Huamachuco?")]
    [InlineData("Que es responsable la PNP")]
    [InlineData("corresponsable")]
    [InlineData("Responsable: el Gobierno Regional")]
    [InlineData("¿Se puede hacer una mesa?")]
    [InlineData("¿Qué es corresponsable?\nNadie lo sabe")]
    [InlineData("Qué es un presupuesto participativo")]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("qué es")]
    [InlineData("{0}")]
    public void Whatever_says_more_is_an_answer(string text) => Assert.Null(Desk.Explain(text, Words.Spanish));

    [Fact]
    public void A_short_question_about_a_word_that_nobody_explains_is_known_for_one() =>
        Assert.Equal(new Explanation("oci", null), Desk.Explain("¿Qué es una OCI?", Words.Spanish));

    /// <summary>A phrase that is a command, or a yes or a no, would never be recognised.</summary>
    [Theory]
    [InlineData("luego seguimos, vamos al descanso")]
    [InlineData("Bueno, después continúo. ¡Gracias!")]
    [InlineData("Ahorita vuelvo, señorita")]
    [InlineData("Seguimos mañana")]
    [InlineData("un momento, ya vuelvo")]
    [InlineData("I'll be back later")]
    [InlineData("Thanks, let's continue tomorrow. Bye!")]
    public void Who_says_that_they_go_away_says_goodbye(string text) => Assert.Equal(Phrase.Goodbye, PhraseVocabulary.Find(text));

    [Theory]
    [InlineData("Luego seguimos con la capacitación")]
    [InlineData("Vamos al descanso dominical")]
    [InlineData("Seguimos mañana y tarde")]
    [InlineData("Que el sereno diga ahorita vuelvo")]
    [InlineData("luego seguimos\nvamos al descanso")]
    [InlineData("un momento, por favor")]
    [InlineData("bueno y listo")]
    [InlineData("me voy, chau, luego sigo, hasta luego, nos vemos, adiós")]
    [InlineData("I'll be back later with the figures")]
    public void What_says_more_or_less_than_that_is_an_answer(string text) => Assert.NotEqual(Phrase.Goodbye, PhraseVocabulary.Find(text));

    [Theory]
    [InlineData("phrase.thanks")]
    [InlineData("phrase.goodbye")]
    [InlineData("phrase.howAreYou")]
    [InlineData("phrase.whoAreYou")]
    [InlineData("phrase.person")]
    [InlineData("phrase.mistake")]
    [InlineData("phrase.lost")]
    [InlineData("phrase.privacy")]
    [InlineData("phrase.insult")]
    public void Every_phrase_is_heard_as_itself(string key) =>
        Assert.All(
            CommandWords.Of(key),
            phrase =>
            {
                Assert.NotNull(PhraseVocabulary.Find(phrase));
                Assert.IsType<Utterance.Told>(CommandReader.Read(phrase));
                Assert.Null(YesNoReader.Read(phrase));
                Assert.Null(PhraseVocabulary.Find(phrase + " a todos los vecinos"));
            }
        );
}
