using System.Collections.Immutable;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Tests.Plans;

namespace AgaBot.Tests.Dialogs.Proposals;

/// <summary>A receipt states the next step exactly as the plan file does.</summary>
public sealed class ReceiptTests
{
    private static readonly Plan WithTerm = SmallPlan.Plan with
    {
        Contact = new Contact(
            new PlanText("la Oficina de Trámite", "the front office"),
            [new PlanText("(044) 00-0000", "(044) 00-0000"), new PlanText("de lunes a viernes", "Monday to Friday")]
        ),
        Next = new NextStep(new PlanText("la Gerencia la revisa.", "the office checks it."), Aporte: null, WithinDays: 30),
    };

    [Fact]
    public void A_term_is_told_as_a_day_with_whom_to_ask() =>
        Assert.EndsWith(
            "\nLo que sigue: la Gerencia la revisa.\nEsa revisión termina a más tardar el 10 de junio de 2016. Para saber cómo va, "
                + "pregunte con su número a: la Oficina de Trámite ((044) 00-0000, de lunes a viernes).",
            Said(WithTerm, ProposalKind.Ficha, Words.Spanish),
            StringComparison.Ordinal
        );

    [Fact]
    public void English_is_told_the_same() =>
        Assert.EndsWith(
            "What comes next: the office checks it.\nThat check ends by 10 June 2016. To hear how it goes, ask with "
                + "your number: the front office ((044) 00-0000, Monday to Friday).",
            Said(WithTerm, ProposalKind.Ficha, Words.English),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_term_for_fichas_is_none_for_aportes()
    {
        string said = Said(WithTerm, ProposalKind.Aporte, Words.Spanish);

        Assert.DoesNotContain("Lo que sigue", said, StringComparison.Ordinal);
        Assert.Contains("El plan no fija un plazo.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_plan_says_nothing_nothing_is_promised_and_who_answers_for_it_is_named() =>
        Assert.EndsWith(
            "\nEl plan no fija un plazo. Para saber cómo va, pregunte con su número a: la Gerencia.",
            Said(SmallPlan.Plan, ProposalKind.Ficha, Words.Spanish),
            StringComparison.Ordinal
        );

    private static string Said(Plan plan, ProposalKind kind, Words words) =>
        Receipt
            .Say(
                words,
                plan,
                new Proposal(
                    new ProposalId("p1"),
                    kind,
                    ReceiptNumber.Draw(new ProposalId("p1"), 0),
                    new ParticipantId("sms:rosa"),
                    null,
                    ImmutableSortedDictionary<string, Answer>.Empty,
                    new DateTimeOffset(2016, 5, 11, 22, 0, 0, TimeSpan.FromHours(-5)),
                    ProposalState.Submitted
                )
            )
            .Text;
}
