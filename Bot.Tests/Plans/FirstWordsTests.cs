using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Tests.Plans;

public sealed class FirstWordsTests
{
    [Theory]
    [InlineData("Población preparada", "Población preparada")]
    [InlineData("· Proponer una directiva.\n· Proponer un área.", "Proponer una directiva.")]
    [InlineData("\r\n  Una línea \r\notra", "Una línea")]
    public void A_proposal_is_known_by_its_first_line(string proposal, string expected) => Assert.Equal(expected, Of(proposal));

    [Fact]
    public void A_long_line_ends_after_a_word()
    {
        string words = Of("Fortalecer las acciones necesarias para disminuir los índices de inseguridad ciudadana en la región");

        Assert.Equal("Fortalecer las acciones necesarias para disminuir los índices de inseguridad…", words);
    }

    [Fact]
    public void A_character_of_several_code_units_is_never_cut()
    {
        string words = Of("a" + string.Concat(Enumerable.Repeat("👩‍👩‍👧", 30)));

        Assert.EndsWith("👧…", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_without_its_proposal_has_none()
    {
        var draft = new Draft(
            new ProposalId("1"),
            ProposalKind.Aporte,
            null,
            default,
            default,
            FormSession.Start("s", AporteForm.Of(SmallPlan.Plan))
        );

        Assert.Equal("", FirstWords.Of(draft));
    }

    private static string Of(string proposal) =>
        FirstWords.Of(
            new Proposal(
                new ProposalId("1"),
                ProposalKind.Ficha,
                default,
                new ParticipantId("p"),
                "seguras",
                ImmutableSortedDictionary<string, Answer>.Empty.Add(FichaForm.Propuesta, new Answer.Text(proposal)),
                default,
                ProposalState.Submitted
            )
        );
}
