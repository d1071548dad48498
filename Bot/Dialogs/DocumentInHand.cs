using System.Collections.Immutable;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>A document with several fichas, which a person goes through one review after another.</summary>
/// <param name="Count">How many it has.</param>
/// <param name="Left">Those that were not opened yet, by their number from 1, ascending.</param>
/// <param name="Draft">What the one opened last has become; null before the first. Once it is sent or thrown away, the next comes.</param>
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
