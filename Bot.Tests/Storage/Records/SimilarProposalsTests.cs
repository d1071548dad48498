using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Similar;
using AgaBot.Plans.Suggestions;
using AgaBot.Storage.Records.Erasures;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Tests.Plans;
using AgaBot.Tests.Plans.Suggestions;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgaBot.Tests.Storage.Records;

/// <summary>Two instances on one store: each finds what the other recorded.</summary>
public sealed class SimilarProposalsTests : RecordsTests
{
    private static readonly ParticipantId Ana = new("ana");
    private static readonly ParticipantId Beto = new("beto");

    [Fact]
    public async Task What_another_instance_recorded_is_found_from_then_on()
    {
        using SimilarProposals here = Instance();
        Assert.Empty(await Nearest(here, "Cisternas de agua para los caseríos"));

        await SubmitAsync("uno", "Agua en cisternas para los caseríos", Ana);
        Assert.Equal("uno", Assert.Single(await Nearest(here, "Cisternas de agua para los caseríos")).Id.Value);

        await SubmitAsync("dos", "Cisternas en los caseríos", Beto);
        Assert.Equal(["dos", "uno"], (await Nearest(here, "Cisternas en los caseríos")).Select(one => one.Id.Value));
    }

    [Fact]
    public async Task What_was_there_before_this_instance_is_found_as_well()
    {
        await SubmitAsync("uno", "Agua en cisternas para los caseríos", Ana);
        using SimilarProposals late = Instance();

        Assert.Equal("uno", Assert.Single(await Nearest(late, "Cisternas de agua para los caseríos")).Id.Value);
    }

    [Fact]
    public async Task An_author_who_was_erased_meanwhile_is_named_no_more()
    {
        await SubmitAsync("uno", "Agua en cisternas para los caseríos", Ana);
        using SimilarProposals here = Instance();
        Assert.Equal(Ana, Assert.Single(await Nearest(here, "Cisternas de agua")).Author);

        await new ErasureLedger(Store, SmallPlan.Plan, TimeProvider.System).EraseAsync([Ana], [], "borrado", Day, None);

        Assert.Equal(ParticipantId.Nobody, Assert.Single(await Nearest(here, "Cisternas de agua")).Author);
    }

    /// <summary>A turn that broke off submitted the proposal; later corrections of its author keep the number.</summary>
    [Fact]
    public async Task What_was_corrected_and_sent_again_is_found_by_its_words_of_now_alone()
    {
        await SubmitAsync("uno", "Agua en cisternas para los caseríos", Ana);
        using SimilarProposals here = Instance();
        Assert.Single(await Nearest(here, "Cisternas de agua"));

        await SubmitAsync("uno", "Bibliotecas en las escuelas", Ana, later: 1);

        Assert.Empty(await Nearest(here, "Cisternas de agua"));
        Assert.Equal("Bibliotecas en las escuelas", Assert.Single(await Nearest(here, "Bibliotecas")).FirstWords);
    }

    [Fact]
    public async Task The_newest_come_first()
    {
        await SubmitAsync("uno", "Agua", Ana);
        await SubmitAsync("dos", "Desagüe", Ana, later: 1);
        using SimilarProposals here = Instance();

        Assert.Equal(["dos", "uno"], (await here.NewestAsync(10, None)).Select(one => one.Id.Value));
        Assert.Equal(["dos"], (await here.NewestAsync(1, None)).Select(one => one.Id.Value));
    }

    private SimilarProposals Instance() =>
        new(new PublicProposals(Store, SmallPlan.Plan), Advice.Rules, NullLogger<SimilarProposals>.Instance);

    private static async Task<ImmutableArray<Listing>> Nearest(SimilarProposals similar, string words) =>
        await similar.NearestAsync(new ProposalText(Typed(words)), None);

    private async Task SubmitAsync(string id, string words, ParticipantId author, int later = 0) =>
        await LedgerOf(SmallPlan.Plan)
            .ApplyAsync(
                new ProposalSubmitted(
                    new Proposal(
                        new ProposalId(id),
                        ProposalKind.Ficha,
                        ReceiptNumber.Draw(new ProposalId(id), 0),
                        author,
                        "seguras",
                        Typed(words),
                        Day.AddHours(later),
                        ProposalState.Submitted
                    )
                ),
                Day,
                None
            );

    private static ImmutableSortedDictionary<string, Answer> Typed(string words) =>
        ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal).Add(FichaForm.Propuesta, new Answer.Text(words));
}
