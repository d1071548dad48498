using System.Collections.Immutable;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Suggestions;

/// <summary>
/// What the Independent Reporting Mechanism of the Open Government Partnership looks for in a commitment beside its verifiability: which
/// open-government values it is relevant to, and what it would change.
/// </summary>
/// <param name="Rules">What creates or changes a rule that binds.</param>
/// <param name="Mechanisms">What stays when the commitment ends.</param>
/// <param name="Activities">What happens and is over.</param>
internal sealed record EvaluatorLens(ImmutableArray<OpenValue> Values, WordList Rules, WordList Mechanisms, WordList Activities);

/// <param name="Id">Names its words among the texts: <c>access</c>, <c>participation</c> or <c>accountability</c>.</param>
internal sealed record OpenValue(string Id, WordList Words);
