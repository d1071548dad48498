using System.Collections.Immutable;
using AgaBot.Forms.Walking;

namespace AgaBot.Plans.DocumentImport;

/// <summary>A ficha or an aporte read from a document.</summary>
/// <param name="Answers">At least one, at most one per question, in the form's order.</param>
/// <param name="LeftOpen">Questions left empty on purpose, which are not asked. Other unanswered questions are asked.</param>
public sealed record ImportedFicha(ProposalKind Kind, ImmutableArray<PrefillAnswer> Answers, ImmutableArray<string> LeftOpen);

/// <summary>The fichas of a document: one, or those of a whole resumen.</summary>
/// <param name="Fichas">At least one, in the document's order, aportes included.</param>
/// <param name="NotUnderstood">Lines that belong to no known question.</param>
public sealed record ImportedDocument(ImmutableArray<ImportedFicha> Fichas, ImmutableArray<string> NotUnderstood)
{
    public int Count(ProposalKind kind) => Fichas.Count(ficha => ficha.Kind == kind);
}
