using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Suggestions;

/// <summary>
/// A verifiable result: a quantity in the proposal, objective or actions, or, in the proposal or objective, a thing that exists or does
/// not, such as a directive. A year is not a quantity, nor is the number of a law.
/// </summary>
/// <param name="References">Words before a number that is part of a name.</param>
internal sealed record VerifiableResult(
    string Id,
    string QuestionId,
    ImmutableArray<RuleExample> Examples,
    WordList Things,
    WordList Quantities,
    WordList References
) : SuggestionRule(Id, QuestionId, Examples)
{
    public override Suggestion? Check(ProposalText written) => IsVerifiable(written) ? null : new Suggestion(Id, QuestionId);

    public bool IsVerifiable(ProposalText written) =>
        Things.IsIn(written.Words(FichaForm.Propuesta, FichaForm.Objetivo))
        || HasQuantity(written.Words(FichaForm.Propuesta, FichaForm.Objetivo, FichaForm.Acciones));

    private bool HasQuantity(string[] words)
    {
        for (int index = 0; index < words.Length; index++)
        {
            if (Quantities.LengthAt(words.AsSpan(index)) > 0)
                return true;
            if (IsNumber(words[index]) && !(index > 0 && References.LengthAt(words.AsSpan(index - 1, 1)) > 0))
                return true;
        }
        return false;
    }

    private static bool IsNumber(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and not (>= 1900 and <= 2099);
}
