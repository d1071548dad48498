using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>An answer taken from a document.</summary>
/// <param name="Rows">The cells of a table answer by row, in column order; empty for other questions.</param>
public sealed record PrefillAnswer(string QuestionId, string Text, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>A session filled from a document.</summary>
/// <param name="Taken">Ids of the questions that received an answer.</param>
/// <param name="Refused">Answers that did not fit, e.g. a text that is too long.</param>
public readonly record struct PrefillResult(FormSession Session, ImmutableArray<string> Taken, ImmutableArray<FormOutcome.Refused> Refused);
