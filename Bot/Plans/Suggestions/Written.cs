using System.Collections.Immutable;
using AgaBot.Forms;

namespace AgaBot.Plans.Suggestions;

/// <summary>The answers to a proposal's questions, as rules read them.</summary>
internal sealed class Written(ImmutableSortedDictionary<string, Answer> answers)
{
    /// <summary>An answer's lines and sentences, without bullets; a table's first cells. Empty where it is not answered.</summary>
    public ImmutableArray<string> Sentences(string questionId) => answers.GetValueOrDefault(questionId) switch
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
        {
            foreach (string sentence in Sentences(id))
                words.AddRange(Words(sentence));
        }
        return [.. words];
    }

    public ImmutableArray<Row> Rows(string questionId) => answers.GetValueOrDefault(questionId) is Answer.Rows rows ? rows.Items : [];

    public bool IsAnswered(string questionId) => answers.ContainsKey(questionId);

    private static IEnumerable<string> SentencesOf(string line) => WrittenText.WithoutBullet(line)
        .Split([". ", "; "], StringSplitOptions.TrimEntries)
        .Select(static sentence => sentence.TrimEnd('.', ' '))
        .Where(static sentence => !WrittenText.IsBlank(sentence));
}
