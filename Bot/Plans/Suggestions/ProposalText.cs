using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.Suggestions;

/// <summary>The answers to a proposal's questions, as rules read them.</summary>
internal sealed class ProposalText(ImmutableSortedDictionary<string, Answer> answers)
{
    private readonly Dictionary<string, string[]> read = new(StringComparer.Ordinal);

    /// <summary>An answer's lines and sentences, without bullets; a table's first cells. Empty where it is not answered.</summary>
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

    /// <summary>Several rules ask for the words of one answer, and the look for like proposals does.</summary>
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
