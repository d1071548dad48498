using System.Diagnostics;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Bench.Faults;

/// <summary>Writes promised and stored answers in the same form, so that they can be compared.</summary>
internal static class ComparableText
{
    public static string Line(ProposalKind kind, IEnumerable<KeyValuePair<string, string>> answers) =>
        $"{kind}: {string.Join(" | ", answers.Select(answer => $"{answer.Key}={answer.Value}"))}";

    public static string Line(ProposalKind kind, IEnumerable<KeyValuePair<string, Answer>> answers) =>
        Line(kind, answers.Select(answer => KeyValuePair.Create(answer.Key, Of(answer.Value))));

    public static string Row(string action, string from, string to) => $"{action}; {from}; {to}";

    public static string Rows(IEnumerable<string> rows) => string.Join(" + ", rows);

    public static string Of(Answer answer) =>
        answer switch
        {
            Answer.Choice choice => choice.OptionId,
            Answer.Text text => text.Value,
            Answer.List list => list.Words,
            Answer.Rows rows => Rows(rows.Items.Select(row => string.Join("; ", row.Cells.Select(cell => cell.Words)))),
            Answer.When { Date: var date } => date.Words,
            _ => throw new UnreachableException($"Nobody answers so here: {answer.GetType()}."),
        };
}
