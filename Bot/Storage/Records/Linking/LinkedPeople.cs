using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Records.Linking;

/// <summary>Writes the progress of a link into the rows of both people.</summary>
internal sealed class LinkedPeople(IEntityStore store, TimeProvider time) : ILinkedPeople
{
    private readonly OptimisticRetry contention = new(time);

    public async ValueTask<ParticipantRecord?> FindAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        (await ReadAsync(participant, cancellationToken))?.Value.ToPerson();

    public async ValueTask<bool> NoteAsync(ParticipantId to, Absorption absorption, CancellationToken cancellationToken) =>
        (
            await contention.RetryAsync<Noted>(
                async cancellation =>
                {
                    Kept<StoredPerson>? kept = await ReadAsync(to, cancellation);
                    ParticipantRecord person = kept?.Value.ToPerson() ?? Unknown(to);
                    if (person.MovedTo is not null)
                        return new Noted(false);
                    if (person.Absorbing.Any(noted => noted.From == absorption.From))
                        return new Noted(true);
                    ParticipantRecord after = person with { Absorbing = person.Absorbing.Add(absorption) };
                    return await store.WriteAsync(RowKeys.PersonPartition(to), [Put(after, kept)], cancellation) is WriteOutcome.Written
                        ? new Noted(true)
                        : null;
                },
                cancellationToken
            )
        ).Done;

    public ValueTask<ParticipantRecord> CloseAsync(ParticipantId from, ParticipantId to, CancellationToken cancellationToken) =>
        contention.RetryAsync<ParticipantRecord>(
            async cancellation =>
            {
                Kept<StoredPerson>? kept = await ReadAsync(from, cancellation);
                ParticipantRecord person = kept?.Value.ToPerson() ?? Unknown(from);
                if (person.MovedTo is not null)
                    return person;
                ParticipantRecord closed = person with { MovedTo = to };
                EntityPage talks = await TalksAsync(from, cancellation);
                // The conversations get new ETags: an instance that has one of them in memory meets a conflict, and loads the person's new
                // id.
                ImmutableArray<EntityWrite> batch =
                [
                    Put(closed, kept),
                    .. talks.Rows.Select(static talk => new EntityWrite.Replace(talk.Row, talk.Value, talk.ETag)),
                ];
                return await store.WriteAsync(RowKeys.PersonPartition(from), batch, cancellation) is WriteOutcome.Written ? closed : null;
            },
            cancellationToken
        );

    public async ValueTask NotePartingAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken) =>
        await contention.RetryAsync(
            async cancellation =>
            {
                if (await ReadAsync(to, cancellation) is not { } kept || kept.Value.Parting is not null)
                    return true;
                ParticipantRecord after = kept.Value.ToPerson() with { Parting = from };
                return await store.WriteAsync(RowKeys.PersonPartition(to), [Put(after, kept)], cancellation) is WriteOutcome.Written;
            },
            cancellationToken
        );

    public async ValueTask ReopenAsync(ParticipantRecord goes, ParticipantRecord joined, CancellationToken cancellationToken) =>
        await contention.RetryAsync(
            async cancellation =>
            {
                ParticipantId from = goes.Participant.Id;
                if (await ReadAsync(from, cancellation) is not { Value.MovedTo: not null } kept)
                    return true;
                EntityPage own = await TalksAsync(from, cancellation);
                ImmutableArray<EntityWrite> batch =
                [
                    Put(goes, kept),
                    .. (await LeavingAsync(goes, joined.Participant.Id, own, cancellation)).Select(talk =>
                        own.Rows.FirstOrDefault(before => before.Row == talk.Row) is { } before
                            ? (EntityWrite)new EntityWrite.Replace(talk.Row, talk.Value, before.ETag)
                            : new EntityWrite.Insert(talk.Row, talk.Value)
                    ),
                ];
                return await store.WriteAsync(RowKeys.PersonPartition(from), batch, cancellation) is WriteOutcome.Written;
            },
            cancellationToken
        );

    public async ValueTask EndPartingAsync(ParticipantRecord stays, ParticipantId from, CancellationToken cancellationToken) =>
        await contention.RetryAsync(
            async cancellation =>
            {
                ParticipantId to = stays.Participant.Id;
                if (
                    await ReadAsync(to, cancellation) is not { Value.Parting: not null } kept
                    || await ReadAsync(from, cancellation) is not { } goes
                )
                    return true;
                EntityPage own = await TalksAsync(from, cancellation);
                ImmutableArray<EntityWrite> batch =
                [
                    Put(stays, kept),
                    .. (await LeavingAsync(goes.Value.ToPerson(), to, own, cancellation)).Select(talk => new EntityWrite.Delete(
                        talk.Row,
                        talk.ETag
                    )),
                ];
                return await store.WriteAsync(RowKeys.PersonPartition(to), batch, cancellation) is WriteOutcome.Written;
            },
            cancellationToken
        );

    /// <summary>
    /// The conversations under the id that stays which are of the participant who leaves: they were theirs before the link, or the
    /// channel's id of the person is one of theirs.
    /// </summary>
    /// <param name="own">The conversations under the id of the participant who leaves.</param>
    private async ValueTask<ImmutableArray<Entity>> LeavingAsync(
        ParticipantRecord goes,
        ParticipantId to,
        EntityPage own,
        CancellationToken cancellationToken
    )
    {
        ImmutableArray<ParticipantId> ids = [goes.Participant.Id, .. goes.Linked];
        EntityPage joined = await TalksAsync(to, cancellationToken);
        return [.. joined.Rows.Where(talk => SpeakerOf(talk) is { } speaker && (ids.Contains(speaker) || IsOwn(talk, speaker)))];

        bool IsOwn(Entity talk, ParticipantId speaker) => speaker != to && own.Rows.Any(before => before.Row == talk.Row);
    }

    /// <summary>The id that the channel gives the person in a conversation; null where no turn is kept.</summary>
    private static ParticipantId? SpeakerOf(Entity talk) =>
        StoredRow.Read(talk, StoredRow.Json.StoredConversation).Taken is [.., { Reference: var last }]
            ? ParticipantIds.Of(last.Channel, last.User)
            : null;

    private ValueTask<EntityPage> TalksAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        store.QueryAsync(
            RowKeys.PersonPartition(participant),
            RowRange.StartingWith(RowKeys.Talks),
            EntityLimits.MaxBatchOperations - 1,
            after: null,
            cancellationToken
        );

    private static ParticipantRecord Unknown(ParticipantId id) => new(ParticipantState.Unknown(id));

    private static EntityWrite Put(ParticipantRecord person, Kept<StoredPerson>? before) =>
        StoreReads.Put(RowKeys.Person, StoredPerson.Of(person), StoredRow.Json.StoredPerson, before?.ETag);

    private ValueTask<Kept<StoredPerson>?> ReadAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        store.FindAsync(RowKeys.PersonPartition(participant), RowKeys.Person, StoredRow.Json.StoredPerson, cancellationToken);

    private sealed record Noted(bool Done);
}
