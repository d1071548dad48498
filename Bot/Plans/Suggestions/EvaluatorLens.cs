using System.Collections.Immutable;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Suggestions;

/// <summary>
/// What the Independent Reporting Mechanism of the Open Government Partnership looks for in a commitment besides verifiability: its
/// relevance to open-government values, and what it would change.
/// </summary>
/// <param name="Rules">Words that create or change a binding rule.</param>
/// <param name="Mechanisms">Words for something that outlasts the commitment.</param>
/// <param name="Activities">Words for temporary activities.</param>
internal sealed record EvaluatorLens(ImmutableArray<OpenValue> Values, WordList Rules, WordList Mechanisms, WordList Activities);

/// <param name="Id">Key of its text: <c>access</c>, <c>participation</c> or <c>accountability</c>.</param>
internal sealed record OpenValue(string Id, WordList Words);
