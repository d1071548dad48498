using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Reports.Recounts;
using AgaBot.Storage.Records.Consultations;
using AgaBot.Storage.Records.Mesas;
using AgaBot.Storage.Records.Participants;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Storage.Records.Supports;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Recounts;

/// <summary>Reads the plan's partition and those of its consultations' responses, page by page.</summary>
internal sealed class RecountRows(IEntityStore store, Plan plan) : IRecountSource
{
    private const string Responses = "responses";
    private const string Supports = "supports";
    private const string SupportsApart = "supports that wait";

    private readonly string partition = RowKeys.PlanPartition(plan);
    private readonly ConsultationRecords consultations = new(store, plan);

    public async IAsyncEnumerable<KeptFigure> KeptAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            Kept<StoredPlanCounter> counter in store.AllAsync(
                partition,
                RowKeys.Counters,
                StoredRow.Json.StoredPlanCounter,
                cancellationToken
            )
        )
        {
            foreach (KeptFigure figure in Figures(InPlan(counter.Row), counter.Value.ToCounts()))
                yield return figure;
        }

        await foreach (
            Kept<StoredSupportCount> count in store.AllAsync(
                partition,
                RowKeys.SupportCounts,
                StoredRow.Json.StoredSupportCount,
                cancellationToken
            )
        )
        {
            yield return new KeptFigure(new Counter(InPlan(count.Row), Supports), count.Value.Count);
            if (count.Value.Apart is { } apart)
                yield return new KeptFigure(new Counter(InPlan(count.Row), SupportsApart), apart);
        }

        foreach (string shard in await ResponsePartitionsAsync(cancellationToken))
        {
            Kept<StoredResponseCounter>? counter = await store.FindAsync(
                shard,
                RowKeys.ResponseCounter,
                StoredRow.Json.StoredResponseCounter,
                cancellationToken
            );
            if (counter is null)
                continue;
            yield return new KeptFigure(new Counter(shard, Responses), counter.Value.Responses);
            for (int option = 0; option < counter.Value.ByOption.Length; option++)
                yield return new KeptFigure(new Counter(shard, OptionName(option)), counter.Value.ByOption[option]);
        }
    }

    public async IAsyncEnumerable<Counter> CountedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            Kept<StoredDraftEntry> draft in store.AllAsync(partition, RowKeys.Drafts, StoredRow.Json.StoredDraftEntry, cancellationToken)
        )
        {
            foreach (Counter counter in Counters(draft.Value.Author, ProposalCounts.OfDraft(draft.Value)))
                yield return counter;
        }

        await foreach (
            Kept<StoredProposal> proposal in store.AllAsync(partition, RowKeys.Proposals, StoredRow.Json.StoredProposal, cancellationToken)
        )
        {
            foreach (
                Counter counter in Counters(
                    proposal.Value.Author,
                    ProposalCounts.OfSubmitted(proposal.Value.Kind, proposal.Value.Component)
                )
            )
                yield return counter;
            if (proposal.Value.HiddenBecause is not null && ReceiptNumber.TryParse(proposal.Value.Receipt, out ReceiptNumber hidden))
            {
                foreach (Counter counter in Counters(RowKeys.CountedWith(hidden).Value, PlanCounts.None with { Hidden = 1 }))
                    yield return counter;
            }
        }

        await foreach (
            Kept<StoredMember> member in store.AllAsync(partition, RowKeys.Members, StoredRow.Json.StoredMember, cancellationToken)
        )
        {
            foreach (Counter counter in Counters(member.Value.Participant, MemberCounts.Of(member.Value)))
                yield return counter;
        }

        await foreach (Kept<StoredMesa> mesa in store.AllAsync(partition, RowKeys.Mesas, StoredRow.Json.StoredMesa, cancellationToken))
        {
            foreach (Counter counter in Counters(RowKeys.CountedWith(new MesaId(mesa.Value.Id)).Value, MesaCounts.Of(mesa.Value.ToMesa())))
                yield return counter;
        }

        await foreach (
            Kept<StoredSupport> support in store.AllAsync(partition, RowKeys.Supports, StoredRow.Json.StoredSupport, cancellationToken)
        )
            yield return new Counter(InPlan(SupportRows.CountOf(support.Value)), support.Value.Apart is true ? SupportsApart : Supports);

        await foreach (Counter counter in ResponsesAsync(cancellationToken))
            yield return counter;
    }

    private static IEnumerable<KeptFigure> Figures(string where, PlanCounts counts)
    {
        foreach ((string component, ComponentCount count) in counts.Components)
        {
            string name = component.Length == 0 ? "(no component)" : component;
            yield return new KeptFigure(new Counter(where, $"drafts of {name}"), count.Drafts);
            yield return new KeptFigure(new Counter(where, $"fichas of {name}"), count.Fichas);
            yield return new KeptFigure(new Counter(where, $"aportes to {name}"), count.Aportes);
        }

        foreach ((ParticipantGroup group, int count) in counts.Participants)
            yield return new KeptFigure(
                new Counter(where, $"participants of {group.OrganisationTypeId}, {group.Gender?.ToString() ?? "gender not said"}"),
                count
            );
        if (counts.Apart != 0)
            yield return new KeptFigure(new Counter(where, "people of mesas that wait"), counts.Apart);
        if (counts.Hidden != 0)
            yield return new KeptFigure(new Counter(where, "hidden proposals"), counts.Hidden);
    }

    private static string OptionName(int option) => string.Create(CultureInfo.InvariantCulture, $"responses for option {option + 1}");

    /// <summary>The counters of a shard that a row of a person or a mesa adds to, once for each one that it adds.</summary>
    private IEnumerable<Counter> Counters(string person, PlanCounts counted) =>
        Figures(InPlan(RowKeys.Counter(RowKeys.Shard(new ParticipantId(person)))), counted)
            .SelectMany(static figure => Enumerable.Repeat(figure.Counter, figure.Figure));

    private string InPlan(string row) => $"{partition}/{row}";

    private async IAsyncEnumerable<Counter> ResponsesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (Consultation consultation in await consultations.OpenAsync(cancellationToken))
        {
            foreach (string shard in Shards(consultation))
            {
                await foreach (
                    Kept<StoredResponse> response in store.AllAsync(
                        shard,
                        RowKeys.Responses,
                        StoredRow.Json.StoredResponse,
                        cancellationToken
                    )
                )
                {
                    yield return new Counter(shard, Responses);
                    if (ResponseForm.OptionIndex(consultation, response.Value.Answer.ToAnswer()) is { } option)
                        yield return new Counter(shard, OptionName(option));
                }
            }
        }
    }

    private async ValueTask<ImmutableArray<string>> ResponsePartitionsAsync(CancellationToken cancellationToken) =>
        [.. (await consultations.OpenAsync(cancellationToken)).SelectMany(Shards)];

    private static IEnumerable<string> Shards(Consultation consultation) =>
        Enumerable.Range(0, RowKeys.Shards).Select(shard => RowKeys.ResponsePartition(consultation.Id, shard));
}
