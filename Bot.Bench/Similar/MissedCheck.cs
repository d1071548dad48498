using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Plans;
using AgaBot.Plans.Similar;
using AgaBot.Plans.Suggestions;
using AgaBot.Plans.Wording;

namespace AgaBot.Bench.Similar;

/// <summary>
/// Whether a look finds what comparing with every proposal finds, for fichas that share a part of their words with one of the plan.
/// </summary>
internal static class MissedCheck
{
    private const int Each = 300;

    private static readonly double[] Shares = [1 / 2.0, 1 / 3.0, 1 / 4.0];

    public static string Run(ImmutableArray<Proposal> plan, SyntheticFicha made, Vocabulary vocabulary)
    {
        var index = new SimilarIndex(vocabulary);
        var terms = new InvertedIndex();
        var stems = new ProposalVectors(terms);
        foreach (Proposal proposal in plan)
        {
            index.Put(proposal);
            stems.Put(stems.Count, ProposalStems.Of(new ProposalText(proposal.Answers), vocabulary));
        }
        int near = 0;
        int found = 0;
        int compared = 0;
        for (int number = 0; number < Each * Shares.Length; number++)
        {
            var written = new ProposalText(made.Sharing(plan[number * 7919 % plan.Length], Shares[number % Shares.Length]).Answers);
            double[] all = NearestOfAll(terms, stems, ProposalStems.Of(written, vocabulary));
            double[] looked = [.. index.Nearest(written, SimilarProposals.Most).Select(static one => one.Score)];
            near += all.Length;
            found += all.Zip(looked).Count(static pair => Math.Abs(pair.First - pair.Second) < 1e-9);
            compared += index.Compared;
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Length} fichas: {found} of the {near} that comparing with all finds for {Each * Shares.Length}; "
                + $"a look compared {(double)compared / (Each * Shares.Length):F1} on average"
        );
    }

    private static double[] NearestOfAll(InvertedIndex terms, ProposalVectors stems, Dictionary<string, int> written)
    {
        double[] wanted = new double[terms.Count];
        double square = 0;
        foreach ((string stem, int times) in written)
        {
            int? term = terms.Find(stem);
            double weight =
                times * (stems.LogProposalCount - (term is { } known ? terms.Commonness[known] : InvertedIndex.CommonnessOfNone));
            square += weight * weight;
            if (term is { } number)
                wanted[number] = weight;
        }
        return
        [
            .. Enumerable
                .Range(0, stems.Count)
                .Select(place => stems.Cosine(place, wanted) / Math.Sqrt(square))
                .Where(static score => score >= SimilarIndex.Near)
                .OrderDescending()
                .Take(SimilarProposals.Most),
        ];
    }
}
