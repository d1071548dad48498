using System.Collections.Immutable;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>A document with several fichas, which a person reviews one after another.</summary>
/// <param name="Count">Number of fichas in the document.</param>
/// <param name="Left">Fichas that are not opened yet, by number from 1, ascending.</param>
/// <param name="Draft">The draft of the ficha opened last; null before the first. Once it is sent or discarded, the next one opens.</param>
public sealed record DocumentInHand(SentFileId File, int Count, ImmutableArray<int> Left, ProposalId? Draft)
{
    public static DocumentInHand Begin(SentFileId file, int count) => new(file, count, [.. Enumerable.Range(1, count)], null);

    public DocumentInHand Open(int number, ProposalId draft) => this with { Left = Left.Remove(number), Draft = draft };

    public bool Equals(DocumentInHand? other) =>
        other is not null
        && (File, Count, Draft) == (other.File, other.Count, other.Draft)
        && Left.AsSpan().SequenceEqual(other.Left.AsSpan());

    public override int GetHashCode() => HashCode.Combine(File, Count, Left.Length, Draft);
}
