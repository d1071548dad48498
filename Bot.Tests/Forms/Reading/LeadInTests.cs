using AgaBot.Forms;

namespace AgaBot.Tests.Forms.Reading;

/// <summary>People give their name in a sentence; the name alone is stored and shown.</summary>
public sealed class LeadInTests
{
    private static readonly Question.Text Name = new("nombre", Required: true, Multiline: false, MaxLength: 20)
    {
        LeadIns = ["mi nombre es", "me llamo", "yo soy", "soy"],
    };

    [Theory]
    [InlineData("Rosa Quispe")]
    [InlineData("me llamo Rosa Quispe")]
    [InlineData("Me llamo: Rosa Quispe")]
    [InlineData("MI NOMBRE ES Rosa Quispe")]
    [InlineData("yo soy Rosa Quispe")]
    [InlineData("Soy, Rosa Quispe")]
    public void What_is_said_before_a_name_is_no_part_of_it(string words) =>
        Assert.Equal("Rosa Quispe", new Walk(SampleForms.Of(Name)).Says(words).Answer<Answer.Text>("nombre").Value);

    [Theory]
    [InlineData("me llamo")]
    [InlineData("Soy")]
    [InlineData("Soyla Quispe")]
    [InlineData("Rosa, me llamo")]
    public void What_is_nothing_but_that_or_another_word_stays(string words) =>
        Assert.Equal(words, new Walk(SampleForms.Of(Name)).Says(words).Answer<Answer.Text>("nombre").Value);

    [Fact]
    public void A_text_that_no_sentence_is_expected_for_stays_whole() =>
        Assert.Equal("soy Rosa", new Walk(SampleForms.Of(Name with { LeadIns = [] })).Says("soy Rosa").Answer<Answer.Text>("nombre").Value);
}
