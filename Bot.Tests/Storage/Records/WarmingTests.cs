using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Similar;
using AgaBot.Plans.Suggestions;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Tests.Channels.Authentication;
using AgaBot.Tests.Plans;
using AgaBot.Tests.Plans.Suggestions;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Storage.Records;

/// <summary>The plan is read in the background before a person's first review.</summary>
public sealed class WarmingTests : RecordsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ImmutableSortedDictionary<string, Answer> Cisternas = ImmutableSortedDictionary
        .Create<string, Answer>(StringComparer.Ordinal)
        .Add(FichaForm.Propuesta, new Answer.Text("Cisternas de agua para los caseríos"));

    private readonly WatchedProposals proposals;
    private readonly WrittenLog log = new();

    public WarmingTests() => proposals = new WatchedProposals(new PublicProposals(Store, SmallPlan.Plan));

    [Fact]
    public async Task It_is_read_once_however_many_begin_to_write()
    {
        await SubmitAsync();
        using SimilarProposals similar = Instance();
        similar.Warm();
        similar.Warm();
        await proposals.Asked.WaitAsync(Patience);
        similar.Warm();

        Assert.Single(await similar.NearestAsync(new ProposalText(Cisternas), None));
        similar.Warm();
        Assert.Equal(1, proposals.TimesRead);
    }

    [Fact]
    public async Task A_review_that_comes_meanwhile_waits_for_it()
    {
        await SubmitAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        proposals.Gate = gate.Task;
        using SimilarProposals similar = Instance();
        similar.Warm();
        await proposals.Asked.WaitAsync(Patience);

        Task<ImmutableArray<Listing>> review = similar.NearestAsync(new ProposalText(Cisternas), None).AsTask();
        Assert.False(review.IsCompleted);
        gate.SetResult();

        Assert.Single(await review.WaitAsync(Patience));
        Assert.Equal(1, proposals.TimesRead);
    }

    [Fact]
    public async Task Where_it_breaks_it_is_logged_and_the_review_reads()
    {
        await SubmitAsync();
        proposals.Gate = Task.FromException(new IOException("The disk is gone."));
        using SimilarProposals similar = Instance();
        similar.Warm();
        await log.WaitForAsync("The disk is gone.", 1);
        proposals.Gate = Task.CompletedTask;

        Assert.Single(await similar.NearestAsync(new ProposalText(Cisternas), None));
        Assert.StartsWith("Warning: The plan's proposals could not be read beforehand", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_bot_breaks_it_off_without_a_word()
    {
        proposals.Gate = new TaskCompletionSource().Task;
        SimilarProposals similar = Instance();
        similar.Warm();
        await proposals.Asked.WaitAsync(Patience);

        await Task.Run(similar.Dispose).WaitAsync(Patience);

        Assert.Empty(log.Lines);
    }

    private SimilarProposals Instance() => new(proposals, Advice.Rules, new Logger<SimilarProposals>(new LoggerFactory([log])));

    private async Task SubmitAsync() =>
        await LedgerOf(SmallPlan.Plan)
            .ApplyAsync(
                new ProposalSubmitted(
                    new Proposal(
                        new ProposalId("uno"),
                        ProposalKind.Ficha,
                        ReceiptNumber.Draw(new ProposalId("uno"), 0),
                        new ParticipantId("ana"),
                        "seguras",
                        Cisternas,
                        Day,
                        ProposalState.Submitted
                    )
                ),
                Day,
                None
            );
}
