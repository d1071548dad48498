using System.Collections.Immutable;
using AgaBot.Bench.Turns;
using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Plans.Hosting;
using AgaBot.Plans.Public;
using AgaBot.Reports.Recounts;
using AgaBot.Storage;
using AgaBot.Storage.Records;
using AgaBot.Storage.Setup;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Bench.Faults;

/// <summary>Reads the stored data through the bot's own records, without asking the bot.</summary>
internal sealed class KeptState : IAsyncDisposable
{
    private const string Channel = "emulator";

    private readonly WebApplication host;
    private readonly IPlanRecords plan;
    private readonly IConsultations consultations;
    private readonly IConversationStore conversations;
    private readonly IEntityStore store;

    public KeptState(IEnumerable<(string Key, string Value)> settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder([QuietServer.WatchNothing]);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting =>
                KeyValuePair.Create<string, string?>(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)
            )
        );
        builder.Services.AddPlan(builder.Configuration);
        builder.Services.AddEntityStore(builder.Configuration);
        builder.Services.AddRecords();
        host = builder.Build();
        plan = host.Services.GetRequiredService<IPlanRecords>();
        consultations = host.Services.GetRequiredService<IConsultations>();
        conversations = host.Services.GetRequiredService<IConversationStore>();
        store = host.Services.GetRequiredService<IEntityStore>();
    }

    public async Task<IReadOnlyList<Proposal>> ProposalsAsync(string person, CancellationToken cancellationToken)
    {
        var proposals = new List<Proposal>();
        ProposalCursor? after = null;
        do
        {
            ProposalPage page = await plan.ByAuthorAsync(IdOf(person), 100, after, cancellationToken);
            proposals.AddRange(page.Proposals);
            after = page.Next;
        } while (after is not null);
        return proposals;
    }

    /// <returns>Null where no proposal that everybody may see has the number.</returns>
    public async Task<Proposal?> ProposalAsync(string receipt, CancellationToken cancellationToken) =>
        ReceiptNumber.TryParse(receipt, out ReceiptNumber number)
            ? await host.Services.GetRequiredService<IPublicProposals>().FindAsync(number, cancellationToken)
            : null;

    public async Task<Loaded> TalkAsync(string person, CancellationToken cancellationToken) =>
        await conversations.LoadAsync(IdOf(person), Wire.ConversationOf(person), cancellationToken);

    public async Task<string?> ResponseAsync(Consultation consultation, string person, CancellationToken cancellationToken)
    {
        Kept<StoredResponse>? kept = await store.FindAsync(
            RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(IdOf(person))),
            RowKeys.Response(IdOf(person)),
            StoredRow.Json.StoredResponse,
            cancellationToken
        );
        return kept is null ? null : ComparableText.Of(kept.Value.Answer.ToAnswer());
    }

    public async Task<ImmutableArray<Consultation>> ConsultationsAsync(CancellationToken cancellationToken) =>
        await consultations.OpenAsync(cancellationToken);

    public async Task<Tally> TallyAsync(Consultation consultation, CancellationToken cancellationToken) =>
        await consultations.TallyAsync(consultation, cancellationToken);

    /// <summary>The counts that <c>avance</c> shows.</summary>
    public async Task<PlanCounts> CountsAsync(CancellationToken cancellationToken) => await plan.CountsAsync(cancellationToken);

    public async Task<ImmutableArray<Drift>> DriftsAsync(CancellationToken cancellationToken) =>
        await Recount.FindDriftsAsync(host.Services.GetRequiredService<IRecountSource>(), cancellationToken);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static ParticipantId IdOf(string person) => ParticipantIds.Of(Channel, person);
}
