using System.Collections.Immutable;

namespace AgaBot.Plans.Supporting;

/// <summary>Reads the supports that are kept apart until a coordinator looks at them.</summary>
public interface ISupportReview
{
    /// <summary>Whether a person's support of a proposal is apart; null if they do not support it.</summary>
    ValueTask<bool?> IsApartAsync(ParticipantId supporter, ReceiptNumber receipt, CancellationToken cancellationToken);

    /// <summary>The proposals with supports that are apart, in the order of their numbers.</summary>
    ValueTask<ImmutableArray<WaitingSupports>> WaitingAsync(CancellationToken cancellationToken);
}

/// <param name="Count">Number of supports that are apart; at least 1.</param>
public readonly record struct WaitingSupports(ReceiptNumber Receipt, int Count);
