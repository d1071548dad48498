using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Suggestions;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Similar;

internal static class ProposalStems
{
    /// <summary>A stem in the proposal itself weighs more than one in an action.</summary>
    private static readonly (string QuestionId, byte Weight)[] Fields =
    [
        (FichaForm.Propuesta, 3),
        (FichaForm.Problema, 2),
        (FichaForm.Objetivo, 2),
        (FichaForm.Acciones, 1),
    ];

    /// <summary>The count of each stem in a proposal, weighted by field.</summary>
    public static Dictionary<string, int> Of(ProposalText written, Vocabulary vocabulary)
    {
        var stems = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string question, byte weight) in Fields)
        {
            foreach (string stem in vocabulary.Stems(written.Words(question)))
                stems[stem] = Math.Min(Posting.MostTimes, stems.GetValueOrDefault(stem) + weight);
        }
        return stems;
    }
}
