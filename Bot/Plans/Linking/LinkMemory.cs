using System.Collections.Immutable;

namespace AgaBot.Plans.Linking;

/// <summary>What is remembered of a link for a day, so that it can be undone.</summary>
/// <param name="From">The participant who became part of <paramref name="To"/>.</param>
/// <param name="At">When both had said yes. It distinguishes this link from an earlier link of the same two.</param>
/// <param name="Drafts">The drafts of <paramref name="From"/>.</param>
/// <param name="Before">What <paramref name="To"/> had before.</param>
/// <param name="Shared">The roles that were confirmed for an id that did not have them.</param>
public sealed record LinkMemory(
    ParticipantId From,
    ParticipantId To,
    DateTimeOffset At,
    ImmutableArray<ProposalId> Drafts,
    LinkedBefore Before,
    ImmutableArray<HeldRole> Shared
)
{
    /// <summary>How long a link can be undone.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public bool CanBeUndone(DateTimeOffset now) => now < At + Life;
}

/// <param name="Language">Null where the person never chose one.</param>
/// <param name="Mesa">Null where the person spoke for themself.</param>
public sealed record LinkedBefore(DateTimeOffset? ConsentedOn, Profile? Profile, string? Language, MesaRef? Mesa, bool RefusesReminders);

public interface ILinkMemories
{
    /// <summary>The last link of the participant that can still be undone; null if there is none.</summary>
    ValueTask<LinkMemory?> FindLastAsync(ParticipantId to, DateTimeOffset now, CancellationToken cancellationToken);

    /// <returns>Null if the link is not remembered any more.</returns>
    ValueTask<LinkMemory?> FindAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken);

    /// <summary>Deletes what is remembered of links made before this time.</summary>
    ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
