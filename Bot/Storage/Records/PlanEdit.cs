using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records;

/// <summary>What a <see cref="PlanChange"/> means for the rows that are there. Pure.</summary>
internal abstract record PlanEdit
{
    private PlanEdit() { }

    /// <summary>The change was made before, or came too late to mean anything.</summary>
    internal sealed record Nothing : PlanEdit;

    internal sealed record ReceiptTaken : PlanEdit;

    /// <summary>What the change rests on is so no more.</summary>
    internal sealed record Outdated : PlanEdit;

    /// <param name="Difference">What the counter of the person's shard changes by.</param>
    internal sealed record Write(ImmutableArray<EntityWrite> Rows, PlanCounts Difference, Audit Audit) : PlanEdit;

    public static PlanEdit Register(PlanChange.ParticipantRegistered change, Kept<StoredMember>? before)
    {
        // Who became part of another is counted there.
        if (before?.Value.LinkedTo is not null)
            return new Nothing();
        if (before?.Value is { } same && (same.Type, same.Gender) == (change.OrganisationTypeId, change.Gender))
            return new Nothing();

        int revision = (before?.Value.Revision ?? 0) + 1;
        var member = new StoredMember(StoredRow.Version, change.Participant.Value, change.OrganisationTypeId, revision, change.Gender);
        return new Write(
            [StoreReads.Put(RowKeys.Member(change.Participant), member, StoredRow.Json.StoredMember, before?.ETag)],
            Counted(member).Plus(before is null ? PlanCounts.None : Counted(before.Value).Negated()),
            Audit.OfPerson("participant-registered", change.Participant, change.Participant, revision)
        );
    }

    public static PlanEdit Place(PlanChange.DraftPlaced change, Kept<StoredDraftEntry>? before)
    {
        CheckAuthor(change.Draft, change.Author, before);
        if (before?.Value is { } entry && (entry.State != DraftState.Open || entry.Component == change.ComponentId))
            return new Nothing();

        return Become(
            change.Draft,
            new StoredDraftEntry(
                StoredRow.Version,
                DraftState.Open,
                change.Kind,
                change.Author.Value,
                NextRevision(before),
                change.ComponentId
            ),
            before,
            "draft-placed",
            []
        );
    }

    public static PlanEdit Discard(PlanChange.DraftDiscarded change, Kept<StoredDraftEntry>? before)
    {
        CheckAuthor(change.Draft, change.Author, before);
        if (before is not { Value.State: DraftState.Open })
            return new Nothing();

        return Become(
            change.Draft,
            before.Value with
            {
                State = DraftState.Discarded,
                Revision = NextRevision(before),
            },
            before,
            "draft-discarded",
            []
        );
    }

    /// <param name="underReceipt">What is kept under the proposal's receipt number.</param>
    public static PlanEdit Submit(Proposal proposal, Kept<StoredDraftEntry>? before, Kept<StoredProposal>? underReceipt)
    {
        CheckAuthor(proposal.Id, proposal.Author, before);
        if (underReceipt is not null && underReceipt.Value.Id != proposal.Id.Value)
            return new ReceiptTaken();

        // It is in under another number, drawn when this one was another's: whoever decides again comes to that number.
        if (before is { Value.State: DraftState.Submitted })
            return before.Value.Receipt == proposal.Receipt.Digits && underReceipt is not null
                ? SubmitAgain(proposal, before, underReceipt)
                : new ReceiptTaken();

        return Become(
            proposal.Id,
            new StoredDraftEntry(
                StoredRow.Version,
                DraftState.Submitted,
                proposal.Kind,
                proposal.Author.Value,
                NextRevision(before),
                proposal.ComponentId,
                proposal.Receipt.Digits
            ),
            before,
            "proposal-submitted",
            [
                new EntityWrite.Insert(
                    RowKeys.Proposal(proposal.Receipt.Digits),
                    StoredRow.Write(StoredProposal.Of(proposal), StoredRow.Json.StoredProposal)
                ),
                new EntityWrite.Insert(RowKeys.AuthorEntry(proposal), Entry(proposal)),
                .. proposal.Mesa is { } mesa
                    ? [new EntityWrite.Insert(RowKeys.MesaEntry(mesa.Id, proposal), Entry(proposal))]
                    : Array.Empty<EntityWrite>(),
            ]
        );
    }

    /// <summary>
    /// It is in since a turn that broke off before its commit. What its author has answered since then, and sends now, is what they get the
    /// number for.
    /// </summary>
    private static PlanEdit SubmitAgain(Proposal proposal, Kept<StoredDraftEntry> draft, Kept<StoredProposal> sent)
    {
        Proposal after = proposal with { SubmittedAt = sent.Value.SubmittedAt, ChangedAt = sent.Value.ChangedAt };
        // A turn that another overtook says what was so before.
        if (
            proposal.SubmittedAt <= (sent.Value.ChangedAt ?? sent.Value.SubmittedAt)
            || Bytes(after).SequenceEqual(Bytes(sent.Value.ToProposal()))
        )
            return new Nothing();

        StoredDraftEntry entry = draft.Value with
        {
            Kind = proposal.Kind,
            Component = proposal.ComponentId,
            Revision = NextRevision(draft),
        };
        return Become(
            proposal.Id,
            entry,
            draft,
            "proposal-submitted",
            [
                StoreReads.Put(
                    sent.Row,
                    StoredProposal.Of(after with { ChangedAt = proposal.SubmittedAt }),
                    StoredRow.Json.StoredProposal,
                    sent.ETag
                ),
            ]
        );

        static byte[] Bytes(Proposal proposal) => StoredRow.Write(StoredProposal.Of(proposal), StoredRow.Json.StoredProposal);
    }

    public static PlanEdit Grant(PlanChange.RoleGranted change, Kept<StoredRoleGrant>? before, DateTimeOffset at)
    {
        if (before is not null)
            return new Nothing();

        var grant = new StoredRoleGrant(StoredRow.Version, change.Participant.Value, change.Role, at);
        return new Write(
            [StoreReads.Put(RowKeys.RoleGrant(change.Participant, change.Role), grant, StoredRow.Json.StoredRoleGrant, before: null)],
            PlanCounts.None,
            new Audit("role-granted", change.Role.ToString(), change.Participant, 1)
        );
    }

    /// <summary>What a member's row adds to the counts.</summary>
    public static PlanCounts Counted(StoredMember member) =>
        member.LinkedTo is null ? PlanCounts.Of(new ParticipantGroup(member.Type, member.Gender), 1) : PlanCounts.None;

    /// <summary>What a draft's row adds to the counts: once submitted or discarded, nothing.</summary>
    public static PlanCounts CountedAsDraft(StoredDraftEntry entry) =>
        entry.State == DraftState.Open ? PlanCounts.Of(entry.Component, ComponentCount.Draft) : PlanCounts.None;

    /// <summary>What a submitted proposal adds to the counts.</summary>
    public static PlanCounts CountedAsSubmitted(ProposalKind kind, string? component) =>
        PlanCounts.Of(component, ComponentCount.Submitted(kind));

    private static byte[] Entry(Proposal proposal) =>
        StoredRow.Write(new StoredAuthorEntry(StoredRow.Version, proposal.Receipt.Digits), StoredRow.Json.StoredAuthorEntry);

    private static Write Become(
        ProposalId id,
        StoredDraftEntry after,
        Kept<StoredDraftEntry>? before,
        string what,
        ImmutableArray<EntityWrite> rows
    ) =>
        new(
            [StoreReads.Put(RowKeys.Draft(id), after, StoredRow.Json.StoredDraftEntry, before?.ETag), .. rows],
            Counted(after).Plus(before is null ? PlanCounts.None : Counted(before.Value).Negated()),
            new Audit(what, id.Value, new ParticipantId(after.Author), after.Revision)
        );

    private static PlanCounts Counted(StoredDraftEntry entry) =>
        entry.State == DraftState.Submitted ? CountedAsSubmitted(entry.Kind, entry.Component) : CountedAsDraft(entry);

    private static int NextRevision(Kept<StoredDraftEntry>? before) => (before?.Value.Revision ?? 0) + 1;

    // Another author's shard would be counted down for this one's draft.
    private static void CheckAuthor(ProposalId id, ParticipantId author, Kept<StoredDraftEntry>? before)
    {
        if (before is not null && before.Value.Author != author.Value)
            throw new InvalidOperationException($"Proposal {id} is another participant's.");
    }
}
