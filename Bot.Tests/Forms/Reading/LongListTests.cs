using AgaBot.Forms;
using AgaBot.Forms.Reading;

namespace AgaBot.Tests.Forms.Reading;

/// <summary>A list with far more entries than allowed, as in a text of 400,000 characters.</summary>
public sealed class LongListTests
{
    private readonly CountingNames names = new();

    [Fact]
    public void It_is_too_long_without_a_look_for_each_of_its_entries()
    {
        var problem = Assert.IsType<ParseResult.Unclear>(Read(string.Concat(Enumerable.Repeat("&nbsp;&lt;b&gt;a", 25_000)))).Problem;

        Assert.Equal(new Problem.TooMany(75_001, 50), problem);
        Assert.Equal(0, names.Looks);
    }

    [Fact]
    public void It_is_too_long_on_as_many_lines_as_well()
    {
        Assert.IsType<Problem.TooMany>(
            Assert.IsType<ParseResult.Unclear>(Read(string.Concat(Enumerable.Repeat("a; b\n", 25_000)))).Problem
        );

        Assert.Equal(0, names.Looks);
    }

    [Fact]
    public void As_many_names_as_fit_are_found_however_many_commas_they_hold()
    {
        var list = Assert.IsType<Answer.List>(
            Assert.IsType<ParseResult.Understood>(Read(string.Join(", ", Enumerable.Repeat(CountingNames.OfFiveParts, 50)))).Answer
        );

        Assert.All(list.Items, item => Assert.Equal(CountingNames.OfFiveParts, item));
        Assert.Equal(50, list.Items.Length);
    }

    private ParseResult Read(string words) =>
        AnswerReader.Read(new Question.List("lista", true) { Names = names }, words, new DateOnly(2016, 5, 11));

    private sealed class CountingNames : IKnownNames
    {
        public const string OfFiveParts = "Mesa de agua, suelo, aire, bosque, y clima";

        public int Looks { get; private set; }

        public bool IsName(string words)
        {
            Looks++;
            return words == OfFiveParts;
        }

        public bool IsNameOrOfKind(string words) => IsName(words);
    }
}
