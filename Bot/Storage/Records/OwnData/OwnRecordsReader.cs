using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.OwnData;
using AgaBot.Plans;
using AgaBot.Storage.Records.Consultations;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Records.Mesas;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.OwnData;

/// <summary>Reads what is kept of one person from their own partition, and their responses from the shard of each consultation.</summary>
internal sealed class OwnRecordsReader(IEntityStore store, Plan plan) : IOwnRecords
{
    private readonly ConsultationRecords consultations = new(store, plan);

    public async ValueTask<OwnRecords> OfAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        string partition = RowKeys.PersonPartition(participant);
        Kept<StoredPerson>? person = await store.FindAsync(partition, RowKeys.Person, StoredRow.Json.StoredPerson, cancellationToken);
        int conversations = 0;
        var thrownAway = ImmutableArray.CreateBuilder<UndoState>();
        await foreach (
            Kept<StoredConversation> conversation in store.AllAsync(
                partition,
                RowKeys.Talks,
                StoredRow.Json.StoredConversation,
                cancellationToken
            )
        )
        {
            conversations++;
            if (conversation.Value.Talk.ThrownAway?.ToThrownAway() is { } thrown)
                thrownAway.Add(thrown);
        }

        var responses = ImmutableArray.CreateBuilder<OwnResponse>();
        foreach (Consultation consultation in await consultations.OpenAsync(cancellationToken))
        {
            Kept<StoredResponse>? response = await store.FindAsync(
                RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(participant)),
                RowKeys.Response(participant),
                StoredRow.Json.StoredResponse,
                cancellationToken
            );
            if (response is not null)
                responses.Add(new OwnResponse(consultation, response.Value.Answer.ToAnswer(), response.Value.At));
        }

        ImmutableArray<ParticipantId> linked = person?.Value.ToPerson().Linked ?? [];
        var opened = ImmutableArray.CreateBuilder<int>();
        await foreach (
            Kept<StoredMesa> mesa in store.AllAsync(
                RowKeys.PlanPartition(plan),
                RowKeys.Mesas,
                StoredRow.Json.StoredMesa,
                cancellationToken
            )
        )
        {
            if (mesa.Value.Facilitator == participant.Value || linked.Contains(new ParticipantId(mesa.Value.Facilitator)))
                opened.Add(mesa.Value.Number);
        }

        return new OwnRecords(responses.ToImmutable(), linked, conversations)
        {
            ThrownAway = thrownAway.ToImmutable(),
            Seats =
            [
                .. (await new MesaRecords(store, plan).SeatsOfAsync(participant, cancellationToken)).Select(static mesa => mesa.Number),
            ],
            Links = await new LinkMemories(store, plan).OfAsync(participant, cancellationToken),
            Mesas = opened.ToImmutable(),
            Supports = await new PublicProposals(store, plan).SupportedByAsync(participant, cancellationToken),
        };
    }
}
