using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>An answer as it stands in a document.</summary>
/// <param name="Rows">For a table question, its rows cell by cell, in the columns' order; empty for any other.</param>
public sealed record PrefillAnswer(string QuestionId, string Text, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>A session with what was written elsewhere.</summary>
/// <param name="Taken">Ids of the questions that have an answer by it.</param>
/// <param name="Refused">What did not fit, e.g. a text that is too long.</param>
public readonly record struct PrefillResult(FormSession Session, ImmutableArray<string> Taken, ImmutableArray<FormOutcome.Refused> Refused);
