using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Similar;
using AgaBot.Plans.Suggestions;
using AgaBot.Tests.Plans.Suggestions;
using CsCheck;
using Xunit.Abstractions;

namespace AgaBot.Tests.Plans.Similar;

/// <summary>The ten proposals of the workshop, each compared with the other nine.</summary>
public sealed class SimilarIndexTests(ITestOutputHelper output)
{
    private static readonly ImmutableArray<(string Name, Proposal Proposal)> Ten =
    [
        .. Advice.Ten().Select((ten, index) => (ten.Name, Of(index, Advice.AnswersOf(ten.Proposal)))),
    ];

    [Theory]
    [InlineData("ficha 2", "aporte 1")]
    [InlineData("aporte 1", "ficha 2")]
    [InlineData("ficha 1", "aporte 2")]
    [InlineData("aporte 2", "ficha 1")]
    public void What_belongs_together_finds_each_other_first(string one, string other) =>
        Assert.Equal(other, Nearest(one).Select(found => found.Name).FirstOrDefault());

    /// <summary>A proposal outside the two pairs has no similar one among the ten.</summary>
    [Fact]
    public void What_does_not_belong_together_does_not()
    {
        var pairs = new Dictionary<string, string>
        {
            ["ficha 2"] = "aporte 1",
            ["aporte 1"] = "ficha 2",
            ["ficha 1"] = "aporte 2",
            ["aporte 2"] = "ficha 1",
        };

        Assert.All(Ten, ten => Assert.All(Nearest(ten.Name), found => Assert.Equal(pairs.GetValueOrDefault(ten.Name), found.Name)));
    }

    /// <summary>The pairs score well above the threshold, all others well below.</summary>
    [Fact]
    public void The_margin_is_wide_on_both_sides()
    {
        double[] together =
        [
            Score("ficha 2", "aporte 1"),
            Score("aporte 1", "ficha 2"),
            Score("ficha 1", "aporte 2"),
            Score("aporte 2", "ficha 1"),
        ];
        double[] apart =
        [
            .. Ten.SelectMany(one => Ten.Select(other => (one.Name, Other: other.Name)))
                .Where(pair => pair.Name != pair.Other && !IsPair(pair.Name, pair.Other))
                .Select(pair => Score(pair.Name, pair.Other)),
        ];
        foreach ((string name, _) in Ten)
        {
            IEnumerable<string> nearest = All(name)
                .Take(4)
                .Select(found => string.Create(CultureInfo.InvariantCulture, $"{found.Name} {found.Score:F3}"));
            output.WriteLine($"{name}: {string.Join(", ", nearest)}");
        }

        Assert.True(together.Min() > 1.3 * SimilarIndex.Near, $"The pairs: {string.Join(' ', together)}");
        Assert.True(apart.Max() < SimilarIndex.Near / 1.3, $"Apart: {apart.Max()}");
    }

    [Fact]
    public void The_same_words_are_as_near_as_can_be()
    {
        var index = new SimilarIndex(Advice.Rules.Vocabulary);
        index.Put(Ten[0].Proposal);

        Assert.Equal(1, Assert.Single(index.Nearest(new ProposalText(Ten[0].Proposal.Answers), 3)).Score, precision: 6);
    }

    [Fact]
    public void A_proposal_put_in_again_is_there_once_and_with_its_author_of_now()
    {
        var index = new SimilarIndex(Advice.Rules.Vocabulary);
        index.Put(Ten[0].Proposal);
        index.Put(Ten[0].Proposal with { Author = ParticipantId.Nobody });

        Assert.Equal(1, index.Count);
        Assert.Equal(ParticipantId.Nobody, Assert.Single(index.Nearest(new ProposalText(Ten[0].Proposal.Answers), 3)).Listing.Author);
    }

    [Fact]
    public void A_proposal_that_was_corrected_is_found_by_its_words_of_now_alone()
    {
        var index = new SimilarIndex(Advice.Rules.Vocabulary);
        index.Put(Of(0, Typed("Cisternas de agua para los caseríos")));
        index.Put(Of(0, Typed("Bibliotecas en las escuelas")));

        Assert.Equal(1, index.Count);
        Assert.Empty(index.Nearest(new ProposalText(Typed("Cisternas de agua para los caseríos")), 3));
        Assert.Equal(
            "Bibliotecas en las escuelas",
            Assert.Single(index.Nearest(new ProposalText(Typed("Bibliotecas")), 3)).Listing.FirstWords
        );
    }

    [Fact]
    public void Words_that_stand_in_every_plan_make_nothing_alike()
    {
        var index = new SimilarIndex(Advice.Rules.Vocabulary);
        index.Put(Of(0, Typed("Implementar el plan de mejora de la gestión pública regional")));

        Assert.Empty(index.Nearest(new ProposalText(Typed("Promover un programa de desarrollo de los gobiernos locales")), 3));
        Assert.Empty(index.Nearest(new ProposalText(Typed("1 2 3")), 3));
    }

    [Fact]
    public void None_that_is_near_is_missed_in_a_plan_that_can_be_looked_through_also_where_some_were_corrected()
    {
        // A few common stems and many rare ones, as in natural language.
        Gen<string> word = Gen.Double[0, 1].Select(drawn => $"{(char)('b' + (int)(drawn * drawn * 20))}orat");
        Gen.Select(word.Array[1, 6].Array[1, 60], word.Array[1, 6].Array[0, 5], word.Array[1, 6])
            .Sample(
                (plan, corrected, wanted) =>
                {
                    var index = new SimilarIndex(Advice.Rules.Vocabulary);
                    for (int number = 0; number < corrected.Length && number < plan.Length; number++)
                        index.Put(Of(number, Typed(string.Join(' ', corrected[number]))));
                    for (int number = 0; number < plan.Length; number++)
                        index.Put(Of(number, Typed(string.Join(' ', plan[number]))));

                    double[] found =
                    [
                        .. index.Nearest(new ProposalText(Typed(string.Join(' ', wanted))), 3).Select(near => Math.Round(near.Score, 9)),
                    ];

                    Assert.Equal(NearestOfAll(plan, wanted), found);
                },
                iter: 300
            );
    }

    [Fact]
    public void A_look_goes_through_as_many_however_many_there_are_and_finds_what_shares_a_rare_word()
    {
        var index = new SimilarIndex(Advice.Rules.Vocabulary);
        index.Put(Of(0, Typed("Cisternas de agua segura para los caseríos")));
        for (int number = 1; number <= 2 * SimilaritySearch.MostCompared; number++)
            index.Put(Of(number, Typed("Agua segura para los caseríos")));

        ScoredListing nearest = index.Nearest(new ProposalText(Typed("Cisternas de agua segura para las escuelas")), 3)[0];

        Assert.Equal("p0", nearest.Listing.Id.Value);
        Assert.InRange(index.Compared, 1, SimilaritySearch.MostCompared);
    }

    [Fact]
    public void A_look_ends_when_nothing_that_is_left_could_be_nearer()
    {
        var index = new SimilarIndex(Advice.Rules.Vocabulary);
        for (int number = 0; number < 100; number++)
            index.Put(Of(number, Typed("Agua segura para los caseríos")));

        Assert.Equal(
            ["p99", "p98", "p97"],
            index.Nearest(new ProposalText(Typed("Agua segura para los caseríos")), 3).Select(near => near.Listing.Id.Value)
        );
        Assert.Equal(3, index.Compared);
    }

    [Fact]
    public void The_newest_are_kept_in_their_order_however_they_came()
    {
        var index = new SimilarIndex(Advice.Rules.Vocabulary);
        int[] came = [.. Enumerable.Range(0, 50).Select(number => number * 37 % 50)];
        foreach (int number in came)
            index.Put(Of(number, Typed("Agua")) with { SubmittedAt = DateTimeOffset.UnixEpoch.AddDays(number) });

        Assert.Equal(
            Enumerable.Range(0, SimilarIndex.MostNewest).Select(newer => $"p{49 - newer}"),
            index.Newest(SimilarIndex.MostNewest).Select(listing => listing.Id.Value)
        );
    }

    /// <summary>The cosines by definition, comparing every proposal with the query.</summary>
    private static double[] NearestOfAll(string[][] plan, string[] wanted)
    {
        Dictionary<string, int>[] stems = [.. plan.Select(Counted)];
        Dictionary<string, int> looked = Counted(wanted);
        double Weight(KeyValuePair<string, int> stem) =>
            stem.Value * Math.Log((plan.Length + 50.0) / (stems.Count(other => other.ContainsKey(stem.Key)) + 5.0));
        double Length(Dictionary<string, int> of) => Math.Sqrt(of.Sum(stem => Weight(stem) * Weight(stem)));
        return
        [
            .. stems
                .Select(one =>
                    one.Where(stem => looked.ContainsKey(stem.Key)).Sum(stem => Weight(stem) * Weight(new(stem.Key, looked[stem.Key])))
                    / (Length(one) * Length(looked))
                )
                .Where(score => score >= SimilarIndex.Near)
                .OrderDescending()
                .Take(3)
                .Select(score => Math.Round(score, 9)),
        ];
    }

    private static Dictionary<string, int> Counted(string[] words) =>
        Advice.Rules.Vocabulary.Stems(words).GroupBy(stem => stem).ToDictionary(stem => stem.Key, stem => stem.Count());

    private static bool IsPair(string one, string other) =>
        (one, other) is ("ficha 2", "aporte 1") or ("aporte 1", "ficha 2") or ("ficha 1", "aporte 2") or ("aporte 2", "ficha 1");

    private static double Score(string one, string other) =>
        All(one).Where(found => found.Name == other).Select(found => found.Score).FirstOrDefault();

    private static IEnumerable<(string Name, double Score)> Nearest(string name) => Looked(name, 3, SimilarIndex.Near);

    private static IEnumerable<(string Name, double Score)> All(string name) => Looked(name, 10, 0);

    private static IEnumerable<(string Name, double Score)> Looked(string name, int most, double atLeast)
    {
        var index = new SimilarIndex(Advice.Rules.Vocabulary);
        foreach ((string other, Proposal proposal) in Ten)
        {
            if (other != name)
                index.Put(proposal);
        }
        return index
            .Nearest(new ProposalText(Ten.Single(ten => ten.Name == name).Proposal.Answers), most, atLeast)
            .Select(found => (Ten.Single(ten => ten.Proposal.Id == found.Listing.Id).Name, found.Score));
    }

    private static ImmutableSortedDictionary<string, Answer> Typed(string words) =>
        ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal).Add(FichaForm.Propuesta, new Answer.Text(words));

    private static Proposal Of(int number, ImmutableSortedDictionary<string, Answer> answers)
    {
        var id = new ProposalId($"p{number}");
        return new Proposal(
            id,
            ProposalKind.Ficha,
            ReceiptNumber.Draw(id, 0),
            new ParticipantId("autora"),
            null,
            answers,
            DateTimeOffset.UnixEpoch,
            ProposalState.Submitted
        );
    }
}
