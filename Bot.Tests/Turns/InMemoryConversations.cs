using System.Runtime.CompilerServices;
using AgaBot.Plans;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;

namespace AgaBot.Tests.Turns;

/// <summary>An in-memory store of conversations that can simulate another writer between a load and a commit.</summary>
internal sealed class InMemoryConversations : IConversationStore, IPeopleScan
{
    private readonly Dictionary<(ParticipantId, string), Loaded> kept = [];
    private int tag;

    public int Loads { get; private set; }

    public int Commits { get; private set; }

    /// <summary>Number of commits that another writer precedes.</summary>
    public int Interruptions { get; set; }

    public bool Unavailable { get; set; }

    /// <summary>A fault of the program, thrown by every read and write.</summary>
    public Exception? Fault { get; set; }

    public ConversationRecord? Kept(ParticipantId participant, string conversationId) =>
        kept.TryGetValue((participant, conversationId), out Loaded? loaded) ? loaded.Conversation : null;

    public ValueTask<Loaded> LoadAsync(ParticipantId participant, string conversationId, CancellationToken cancellationToken)
    {
        RefuseWhenUnavailable();
        Loads++;
        return ValueTask.FromResult(
            kept.GetValueOrDefault((participant, conversationId)) ?? new Loaded(participant, conversationId, null, null, null, null)
        );
    }

    public ValueTask<Loaded?> CommitAsync(Loaded before, Loaded after, CancellationToken cancellationToken)
    {
        RefuseWhenUnavailable();
        (ParticipantId, string) key = (before.Participant, before.ConversationId);
        if (Interruptions > 0)
        {
            Interruptions--;
            kept[key] = kept.GetValueOrDefault(key, before) with { ConversationTag = $"{++tag}" };
        }
        if (kept.GetValueOrDefault(key)?.ConversationTag != before.ConversationTag)
            return ValueTask.FromResult<Loaded?>(null);
        Commits++;
        Loaded committed = after with { PersonTag = $"{++tag}", ConversationTag = $"{tag}" };
        kept[key] = committed;
        return ValueTask.FromResult<Loaded?>(committed);
    }

    public ValueTask<Loaded?> MarkAsync(Loaded marked, CancellationToken cancellationToken) =>
        CommitAsync(marked, marked, cancellationToken);

    /// <summary>All participants are in the first slice.</summary>
    public async IAsyncEnumerable<KeptPerson> ReadAsync(int slice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RefuseWhenUnavailable();
        if (slice > 0)
            yield break;
        await Task.Yield();
        foreach (var person in kept.Values.GroupBy(loaded => loaded.Participant).ToArray())
            yield return new KeptPerson(
                person.Key.Value,
                person.Key,
                person.First().Person,
                [.. person.Select(loaded => new KeptConversation(loaded.ConversationId, loaded.Conversation!))]
            );
    }

    public ValueTask<KeptPerson?> FindAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private void RefuseWhenUnavailable()
    {
        if (Fault is not null)
            throw Fault;
        if (Unavailable)
            throw new StoreUnavailableException("gone");
    }
}
