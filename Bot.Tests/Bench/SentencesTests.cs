using System.Collections.Immutable;
using System.Text;
using AgaBot.Bench.Sentences;
using AgaBot.Plans;
using AgaBot.Plans.Files;

namespace AgaBot.Tests.Bench;

/// <summary>What comes of the sentences of <c>Bot.Bench/Sentences</c> while no form is open.</summary>
public sealed class SentencesTests
{
    /// <summary>Per cent of the sentences by which the recognisers were tuned.</summary>
    private const double FewestRightOfTuned = 98;

    /// <summary>Per cent of the sentences that were held back.</summary>
    private const double FewestRightOfHeldBack = 92;

    private static readonly ImmutableArray<TriedResult> Results = new SentenceTrial(Plan()).Try(Sentences());

    [Fact]
    public void No_sentence_leads_to_an_act_that_was_not_asked_for() =>
        Assert.Empty(Results.Where(static result => result.Verdict == Verdict.WrongAct));

    [Theory]
    [InlineData(false, FewestRightOfTuned)]
    [InlineData(true, FewestRightOfHeldBack)]
    public void So_many_are_understood(bool isHeldBack, double fewest)
    {
        ImmutableArray<TriedResult> tried = [.. Results.Where(result => result.Sentence.IsHeldBack == isHeldBack)];

        double right = 100.0 * tried.Count(static result => result.Verdict == Verdict.Right) / tried.Length;

        Assert.True(right >= fewest, $"{right:F1} % of {tried.Length}");
    }

    [Fact]
    public void There_are_three_hundred_in_two_languages_and_a_third_is_held_back()
    {
        Assert.True(Results.Length >= 300);
        Assert.Equal(["en", "es"], Results.Select(static result => result.Sentence.Language).Distinct().Order());
        Assert.InRange(Results.Count(static result => result.Sentence.IsHeldBack), Results.Length / 3, Results.Length / 2);
        Assert.Equal(Results.Length, Results.Select(static result => (result.Sentence.Language, result.Sentence.Text)).Distinct().Count());
    }

    internal static ImmutableArray<TriedSentence> Sentences() =>
        TriedSentence.ReadAll(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Bench", "sentences.tsv"), Encoding.UTF8));

    internal static Plan Plan() =>
        PlanFile.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "plans", "la-libertad-2016.json")), "la-libertad-2016.json");
}
