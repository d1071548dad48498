using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Bench.Similar;

/// <summary>
/// Fichas as long as the workshop's, of made words: a few stand in many fichas and most in few, as in any language (Zipf). The same seed
/// makes the same.
/// </summary>
internal sealed class SyntheticFicha(int seed)
{
    /// <summary>Number of stems: about as many as in ten thousand fichas of one country.</summary>
    private const int Vocabulary = 12_000;

    private static readonly string[] Onsets = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "tr", "pl", "br", "ch", "v"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ia", "ue"];

    // Generated test data need no cryptographic randomness.
#pragma warning disable CA5394
    private readonly Random random = new(seed);

    public Proposal Next(int number)
    {
        var id = new ProposalId($"sintetica-{number}");
        ImmutableArray<Cell> cells = [new Cell(Words(12)), new Cell(""), new Cell("")];
        ImmutableSortedDictionary<string, Answer> answers = ImmutableSortedDictionary
            .Create<string, Answer>(StringComparer.Ordinal)
            .Add(FichaForm.Componente, new Answer.Choice("mejora-servicios"))
            .Add(FichaForm.Propuesta, new Answer.Text(Words(12)))
            .Add(FichaForm.Problema, new Answer.Text(Words(25)))
            .Add(FichaForm.Objetivo, new Answer.Text(Words(20)))
            .Add(FichaForm.Acciones, new Answer.Rows([.. Enumerable.Range(0, 3).Select(_ => new Row(cells))]));
        return new Proposal(
            id,
            ProposalKind.Ficha,
            ReceiptNumber.Draw(id, 0),
            new ParticipantId($"persona-{number}"),
            "mejora-servicios",
            answers,
            DateTimeOffset.UnixEpoch.AddMinutes(number),
            ProposalState.Submitted
        );
    }

    /// <summary>A ficha that shares about this part of its words with another.</summary>
    public Proposal Sharing(Proposal other, double share)
    {
        Proposal own = Next(0);
        string[] texts = [FichaForm.Propuesta, FichaForm.Problema, FichaForm.Objetivo];
        return own with
        {
            Answers = own.Answers.SetItems(
                texts.Select(id => KeyValuePair.Create(id, (Answer)new Answer.Text(Mixed(own.Answers[id], other.Answers[id], share))))
            ),
        };
    }

    private string Mixed(Answer own, Answer other, double share) =>
        string.Join(
            ' ',
            ((Answer.Text)own)
                .Value.Split(' ')
                .Zip(((Answer.Text)other).Value.Split(' '), (mine, theirs) => random.NextDouble() < share ? theirs : mine)
        );

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(Rank())));

    /// <summary>Log-uniform rank: ranks 1 to 10 are drawn together as often as ranks 10 to 100.</summary>
    private int Rank() => (int)Math.Pow(Vocabulary, random.NextDouble());
#pragma warning restore CA5394

    private static string Word(int rank)
    {
        string word = "";
        for (int rest = rank; rest > 0 || word.Length < 5; rest /= Onsets.Length * Vowels.Length)
            word += Onsets[rest % Onsets.Length] + Vowels[rest / Onsets.Length % Vowels.Length];
        return word;
    }
}
