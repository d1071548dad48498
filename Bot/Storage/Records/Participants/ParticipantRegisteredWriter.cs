using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Participants;

internal sealed class ParticipantRegisteredWriter(PlanStore plan) : PlanChangeWriter<ParticipantRegistered>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(
        ParticipantRegistered change,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string row = RowKeys.Member(change.Participant);
        Kept<StoredMember>? before = await Store.FindAsync(Partition, row, StoredRow.Json.StoredMember, cancellationToken);
        // A person who became part of another is counted there.
        if (before?.Value.LinkedTo is not null)
            return PlanEdit.Nothing;
        if (before?.Value is { } same && (same.Type, same.Gender) == (change.OrganisationTypeId, change.Gender))
            return PlanEdit.Nothing;

        int revision = (before?.Value.Revision ?? 0) + 1;
        var member = new StoredMember(StoredRow.Version, change.Participant.Value, change.OrganisationTypeId, revision, change.Gender);
        return new PlanEdit.Write(
            [StoreReads.Put(row, member, StoredRow.Json.StoredMember, before?.ETag)],
            MemberCounts.Of(member).Plus(before is null ? PlanCounts.None : MemberCounts.Of(before.Value).Negated()),
            Audit.OfPerson("participant-registered", change.Participant, change.Participant, revision)
        );
    }
}
