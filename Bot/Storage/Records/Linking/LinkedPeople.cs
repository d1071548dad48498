using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Linking;
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
                EntityPage talks = await store.QueryAsync(
                    RowKeys.PersonPartition(from),
                    RowRange.StartingWith(RowKeys.Talks),
                    EntityLimits.MaxBatchOperations - 1,
                    after: null,
                    cancellation
                );
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

    private static ParticipantRecord Unknown(ParticipantId id) => new(ParticipantState.Unknown(id));

    private static EntityWrite Put(ParticipantRecord person, Kept<StoredPerson>? before) =>
        StoreReads.Put(RowKeys.Person, StoredPerson.Of(person), StoredRow.Json.StoredPerson, before?.ETag);

    private ValueTask<Kept<StoredPerson>?> ReadAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        store.FindAsync(RowKeys.PersonPartition(participant), RowKeys.Person, StoredRow.Json.StoredPerson, cancellationToken);

    private sealed record Noted(bool Done);
}
