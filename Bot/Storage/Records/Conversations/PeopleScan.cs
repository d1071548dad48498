using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Records.Conversations;

/// <summary>Reads the people's partitions, one of 256 slices at a time.</summary>
internal sealed class PeopleScan(IEntityScan scan, IEntityStore store, ILogger<PeopleScan> logger) : IPeopleScan
{
    public async IAsyncEnumerable<KeptPerson> ReadAsync(int slice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? partition = null;
        List<ScannedEntity> rows = [];
        await foreach (ScannedEntity row in scan.ScanAsync(RowKeys.PeopleSlice(slice), cancellationToken))
        {
            if (row.Partition != partition)
            {
                if (Read(partition, rows) is { } one)
                    yield return one;
                partition = row.Partition;
                rows.Clear();
            }
            rows.Add(row);
        }
        if (Read(partition, rows) is { } last)
            yield return last;
    }

    public async ValueTask<KeptPerson?> FindAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        string partition = RowKeys.PersonPartition(participant);
        List<ScannedEntity> rows = [];
        EntityPage page;
        do
        {
            page = await store.QueryAsync(
                partition,
                RowRange.All,
                EntityLimits.MaxPage,
                rows is [.., var last] ? last.Row : null,
                cancellationToken
            );
            rows.AddRange(page.Rows.Select(row => new ScannedEntity(partition, row.Row, row.Value)));
        } while (page.More);
        return Read(partition, rows);
    }

    /// <summary>Null where a row cannot be read, for example because a newer version wrote it.</summary>
    private KeptPerson? Read(string? partition, List<ScannedEntity> rows)
    {
        if (partition is null)
            return null;
        try
        {
            ParticipantRecord? person = null;
            var talks = ImmutableArray.CreateBuilder<KeptConversation>();
            foreach (ScannedEntity row in rows)
            {
                var entity = new Entity(row.Row, row.Value, ETag: "");
                if (row.Row == RowKeys.Person)
                    person = StoredRow.Read(entity, StoredRow.Json.StoredPerson).ToPerson();
                else if (row.Row.StartsWith(RowKeys.Talks, StringComparison.Ordinal))
                    talks.AddRange(Named(StoredRow.Read(entity, StoredRow.Json.StoredConversation).ToConversation()));
            }
            return rows is [] ? null : new KeptPerson(partition, WhoseIs(partition, person, talks), person, talks.DrainToImmutable());
        }
        catch (Exception fault) when (fault is UnknownVersionException or InvalidDataException)
        {
            TurnLog.PersonUnreadable(logger, fault);
            return null;
        }
    }

    /// <summary>The id of a conversation is in its turns; there is always at least one.</summary>
    private static KeptConversation[] Named(ConversationRecord conversation) =>
        conversation.Taken is [.., { Reference.ConversationId: var id }] ? [new KeptConversation(id, conversation)] : [];

    /// <summary>
    /// After an erasure only the farewell turn still tells whose partition it was, and only for an id that a channel gave.
    /// </summary>
    private static ParticipantId? WhoseIs(string partition, ParticipantRecord? person, IEnumerable<KeptConversation> talks)
    {
        if (person is not null)
            return person.Participant.Id;
        foreach (
            ConversationReference reference in talks
                .SelectMany(static talk => talk.Conversation.Taken)
                .Select(static turn => turn.Reference)
        )
        {
            ParticipantId speaker = ParticipantIds.Of(reference.ChannelId, reference.UserId);
            if (RowKeys.PersonPartition(speaker) == partition)
                return speaker;
        }
        return null;
    }
}
