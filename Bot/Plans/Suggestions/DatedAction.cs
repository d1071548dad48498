using System.Collections.Immutable;
using AgaBot.Forms;

namespace AgaBot.Plans.Suggestions;

/// <summary>At least one action has a start or end, however approximate.</summary>
internal sealed record DatedAction(string Id, string QuestionId, ImmutableArray<RuleExample> Examples)
    : SuggestionRule(Id, QuestionId, Examples)
{
    public override Suggestion? Check(ProposalText written) => CountDated(written) > 0 ? null : new Suggestion(Id, QuestionId);

    public int CountDated(ProposalText written) => written.Rows(QuestionId).Count(IsDated);

    private static bool IsDated(Row row) => row.Cells.Skip(1).Any(static cell => cell.Words.Length > 0);
}
