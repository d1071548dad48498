using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Supporting;
using AgaBot.Reports.Recounts;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Erasures;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Storage.Records.Recounts;
using AgaBot.Storage.Records.Supports;
using AgaBot.Tests.Plans;
using AgaBot.Turns.Persistence;

namespace AgaBot.Tests.Storage.Records;

/// <summary>One support a person and proposal, counted in the batch that writes it.</summary>
public sealed class SupportLedgerTests : RecordsTests
{
    private static readonly ParticipantId Ana = new("webchat|ana");
    private static readonly ParticipantId Beto = new("webchat|beto");
    private static readonly ParticipantId BetoOnTeams = new("entra:t:beto");
    private static readonly ReceiptNumber Anas = ReceiptNumber.Draw(new ProposalId("de-ana"), 0);

    [Fact]
    public async Task Who_supports_twice_counts_once()
    {
        await GivenAnasFichaAsync();

        await Apply(new ProposalSupported(Anas, Beto));
        await Apply(new ProposalSupported(Anas, Beto));

        Assert.Equal(1, await CountAsync());
        Assert.Contains(Anas, await Public().SupportedByAsync(Beto, None));
        Assert.Single(await AuditedAsync("proposal-supported"));
    }

    [Fact]
    public async Task A_support_taken_back_twice_is_gone_once()
    {
        await GivenAnasFichaAsync();
        await Apply(new ProposalSupported(Anas, Beto));
        await Apply(new ProposalSupported(Anas, BetoOnTeams));

        await Apply(new SupportWithdrawn(Anas, Beto));
        await Apply(new SupportWithdrawn(Anas, Beto));

        Assert.Equal(1, await CountAsync());
        Assert.DoesNotContain(Anas, await Public().SupportedByAsync(Beto, None));
        Assert.Single(await AuditedAsync("support-withdrawn"));
    }

    [Fact]
    public async Task Nobody_supports_their_own()
    {
        await GivenAnasFichaAsync();

        await Apply(new ProposalSupported(Anas, Ana));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task What_another_plan_has_under_a_number_is_not_supported_here()
    {
        await GivenAnasFichaAsync();
        Plan other = FreshPlan();

        await LedgerOf(other).ApplyAsync(new ProposalSupported(Anas, Beto), Day, None);

        Assert.Equal(0, await CountAsync());
        Assert.Null(await new PublicProposals(Store, other).FindAsync(Anas, None));
        Assert.Empty(await RowsAsync(RowKeys.PlanPartition(other), RowKeys.Supports));
    }

    [Fact]
    public async Task A_support_whose_answer_was_lost_is_found_made()
    {
        await GivenAnasFichaAsync();
        Faulty.AnswersToLose = 1;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Apply(new ProposalSupported(Anas, Beto)));
        await Apply(new ProposalSupported(Anas, Beto));

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Forty_who_support_it_at_once_are_all_counted()
    {
        await GivenAnasFichaAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(number =>
                    LedgerOf(SmallPlan.Plan).ApplyAsync(new ProposalSupported(Anas, new ParticipantId($"p{number}")), Day, None).AsTask()
                )
        );

        Assert.Equal(40, await CountAsync());
        await ExpectNoDriftAsync();
    }

    [Fact]
    public async Task A_support_that_is_apart_counts_once_a_coordinator_says_so()
    {
        await GivenAnasFichaAsync();
        await Apply(new ProposalSupported(Anas, Beto) { IsApart = true });
        await Apply(new ProposalSupported(Anas, Beto));
        await Apply(new ProposalSupported(Anas, BetoOnTeams));
        Assert.Equal(1, await CountAsync());
        Assert.Equal(new WaitingSupports(Anas, 1), Assert.Single(await Review().WaitingAsync(None)));
        Assert.True(await Review().IsApartAsync(Beto, Anas, None));
        await ExpectNoDriftAsync();

        await Apply(new SupportsCounted(Anas, Ana));
        await Apply(new SupportsCounted(Anas, Ana));

        Assert.Equal(2, await CountAsync());
        Assert.Empty(await Review().WaitingAsync(None));
        Assert.False(await Review().IsApartAsync(Beto, Anas, None));
        Assert.Single(await AuditedAsync("supports-counted"));
        await ExpectNoDriftAsync();
    }

    [Fact]
    public async Task Supports_that_a_coordinator_discards_are_gone_and_those_that_counted_stay()
    {
        await GivenAnasFichaAsync();
        await Apply(new ProposalSupported(Anas, Beto) { IsApart = true });
        await Apply(new ProposalSupported(Anas, BetoOnTeams));

        await Apply(new SupportsDiscarded(Anas, Ana));

        Assert.Equal(1, await CountAsync());
        Assert.Null(await Review().IsApartAsync(Beto, Anas, None));
        Assert.Single(await AuditedAsync("supports-discarded"));
        await ExpectNoDriftAsync();
    }

    [Fact]
    public async Task A_support_that_is_apart_stays_apart_where_its_person_is_linked_and_goes_where_it_is_taken_back()
    {
        await GivenAnasFichaAsync();
        await Apply(new ProposalSupported(Anas, Beto) { IsApart = true });

        await LinkAsync(Beto, BetoOnTeams);

        Assert.Equal(0, await CountAsync());
        Assert.True(await Review().IsApartAsync(BetoOnTeams, Anas, None));
        await ExpectNoDriftAsync();
        await Apply(new SupportWithdrawn(Anas, BetoOnTeams));
        Assert.Equal(0, await CountAsync());
        Assert.Empty(await Review().WaitingAsync(None));
        await ExpectNoDriftAsync();
    }

    [Fact]
    public async Task A_count_that_somebody_changed_by_hand_is_told()
    {
        await GivenAnasFichaAsync();
        await Apply(new ProposalSupported(Anas, Beto));
        string row = RowKeys.SupportCount(Anas.Digits, RowKeys.Shard(Beto));
        await OverwriteAsync("plan:prueba", row, """{"v":1,"count":7}""");

        Drift drift = Assert.Single(await Recount.FindDriftsAsync(new RecountRows(Store, SmallPlan.Plan), None));

        Assert.Equal(new Drift(new Counter($"plan:prueba/{row}", "supports"), 7, 1), drift);
    }

    [Fact]
    public async Task Two_who_become_one_count_once()
    {
        await GivenAnasFichaAsync();
        await Apply(new ProposalSupported(Anas, Beto));
        await Apply(new ProposalSupported(Anas, BetoOnTeams));

        await LinkAsync(Beto, BetoOnTeams);

        Assert.Equal(1, await CountAsync());
        Assert.Contains(Anas, await Public().SupportedByAsync(BetoOnTeams, None));
        await ExpectNoDriftAsync();
    }

    [Fact]
    public async Task Who_becomes_the_author_supports_their_own_no_more()
    {
        await GivenAnasFichaAsync();
        await Apply(new ProposalSupported(Anas, Beto));
        await Apply(new ProposalSupported(Anas, BetoOnTeams));

        await LinkAsync(Beto, Ana);
        await LinkAsync(Ana, BetoOnTeams);

        Assert.Equal(0, await CountAsync());
        await ExpectNoDriftAsync();
    }

    [Fact]
    public async Task What_an_instance_still_writes_under_the_id_that_is_gone_is_theirs_who_stays()
    {
        await GivenAnasFichaAsync();
        await LinkAsync(Beto, BetoOnTeams);

        await Apply(new ProposalSupported(Anas, Beto));

        Assert.Contains(Anas, await Public().SupportedByAsync(BetoOnTeams, None));
        Assert.DoesNotContain(Anas, await Public().SupportedByAsync(Beto, None));
        Assert.Equal(1, await CountAsync());
        await ExpectNoDriftAsync();
    }

    [Fact]
    public async Task Who_is_erased_leaves_the_count_and_no_name()
    {
        await GivenAnasFichaAsync();
        await Apply(new ProposalSupported(Anas, Beto));

        await new ErasureLedger(Store, SmallPlan.Plan, TimeProvider.System).EraseAsync([Beto], [], "borrado", Day, None);

        Assert.Equal(1, await CountAsync());
        Assert.Empty(await RowsAsync("plan:prueba", RowKeys.SupportsOf(Beto)));
        Assert.DoesNotContain(
            await RowsAsync("plan:prueba", RowKeys.Supports),
            row => System.Text.Encoding.UTF8.GetString(row.Value.Span).Contains(Beto.Value, StringComparison.Ordinal)
        );
        await ExpectNoDriftAsync();
    }

    private async Task GivenAnasFichaAsync() =>
        await Apply(
            new ProposalSubmitted(
                new Proposal(
                    new ProposalId("de-ana"),
                    ProposalKind.Ficha,
                    Anas,
                    Ana,
                    "seguras",
                    ImmutableSortedDictionary
                        .Create<string, Answer>(StringComparer.Ordinal)
                        .Add(FichaForm.Propuesta, new Answer.Text("Agua segura")),
                    Day,
                    ProposalState.Submitted
                )
            )
        );

    private SupportReview Review() => new(Store, SmallPlan.Plan);

    private PublicProposals Public() => new(Store, SmallPlan.Plan);

    private async Task<ChangeOutcome> Apply(PlanChange change) => await LedgerOf(SmallPlan.Plan).ApplyAsync(change, Day, None);

    private ValueTask LinkAsync(ParticipantId from, ParticipantId to) =>
        new LinkLedger(Store, SmallPlan.Plan, TimeProvider.System).MoveAsync(from, to, [], Day, None);

    private async Task<int> CountAsync() => await Public().CountSupportsAsync(Anas, None);

    private async Task<string[]> AuditedAsync(string what) =>
        [
            .. (await RowsAsync("plan:prueba", RowKeys.AuditEntries))
                .Select(row => System.Text.Encoding.UTF8.GetString(row.Value.Span))
                .Where(row => row.Contains(what, StringComparison.Ordinal)),
        ];

    private async Task ExpectNoDriftAsync() => Assert.Empty(await Recount.FindDriftsAsync(new RecountRows(Store, SmallPlan.Plan), None));
}
