using System.Collections.Immutable;
using AgaBot.Forms.Walking;

namespace AgaBot.Plans.DocumentImport;

/// <summary>A ficha or an aporte as it stands on paper.</summary>
/// <param name="Answers">At least one, one a question at most, in the form's order.</param>
/// <param name="LeftOpen">Questions that nobody answered on purpose: they are not asked about. What is neither here nor answered is.</param>
public sealed record ImportedFicha(ProposalKind Kind, ImmutableArray<PrefillAnswer> Answers, ImmutableArray<string> LeftOpen);

/// <summary>What stands in a document: one ficha, or a whole resumen of them.</summary>
/// <param name="Fichas">At least one, in the document's order, aportes among them.</param>
/// <param name="NotUnderstood">Lines that belong to no question that is known.</param>
public sealed record ImportedDocument(ImmutableArray<ImportedFicha> Fichas, ImmutableArray<string> NotUnderstood)
{
    public int Count(ProposalKind kind) => Fichas.Count(ficha => ficha.Kind == kind);
}
