using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.Suggestions;

/// <summary>The answers of a proposal as text for the rules.</summary>
internal sealed class ProposalText(ImmutableSortedDictionary<string, Answer> answers)
{
    private readonly Dictionary<string, string[]> read = new(StringComparer.Ordinal);

    /// <summary>The lines and sentences of an answer, without bullets; the first cells of a table. Empty if there is no answer.</summary>
    public ImmutableArray<string> Sentences(string questionId) =>
        answers.GetValueOrDefault(questionId) switch
        {
            Answer.Text text => [.. text.Value.Split('\n').SelectMany(SentencesOf)],
            Answer.List list => list.Items,
            Answer.Rows rows => [.. rows.Items.Select(static row => row.Cells.IsEmpty ? "" : row.Cells[0].Words)],
            _ => [],
        };

    public static string[] Words(string text) => Folding.ToWords(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public string[] Words(params ReadOnlySpan<string> questionIds)
    {
        var words = new List<string>();
        foreach (string id in questionIds)
            words.AddRange(WordsOf(id));
        return [.. words];
    }

    public ImmutableArray<Row> Rows(string questionId) => answers.GetValueOrDefault(questionId) is Answer.Rows rows ? rows.Items : [];

    public bool IsAnswered(string questionId) => answers.ContainsKey(questionId);

    /// <summary>Cached, since several rules and the similarity search read the words of the same answer.</summary>
    private string[] WordsOf(string questionId)
    {
        if (!read.TryGetValue(questionId, out string[]? words))
            read[questionId] = words = [.. Sentences(questionId).SelectMany(static sentence => Words(sentence))];
        return words;
    }

    private static IEnumerable<string> SentencesOf(string line) =>
        UserText
            .WithoutBullet(line)
            .Split([". ", "; "], StringSplitOptions.TrimEntries)
            .Select(static sentence => sentence.TrimEnd('.', ' '))
            .Where(static sentence => !UserText.IsBlank(sentence));
}
