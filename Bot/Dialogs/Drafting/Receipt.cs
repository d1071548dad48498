using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Drafting;

/// <summary>Confirms that a proposal was sent, with its receipt number.</summary>
internal static class Receipt
{
    public static Reply Say(Words words, Plan plan, Proposal proposal)
    {
        string kind = proposal.Kind switch
        {
            ProposalKind.Ficha => "ficha",
            ProposalKind.Aporte => "aporte",
            _ => throw new ArgumentOutOfRangeException(nameof(proposal), proposal.Kind, null),
        };
        string number = proposal.Receipt.ToString();
        string sent = proposal.AddsTo is { } other ? words.Say("receipt.addedTo", number, other) : words.Say($"receipt.{kind}", number);
        string group = proposal.Mesa is { } mesa
            ? " " + words.Say("receipt.mesa", mesa.Number, words.Count("mesa.people", mesa.People))
            : "";
        string next = Next(words, plan, proposal);
        string text = $"{sent}{group}\n{next}";
        return new Reply(
            text,
            new ReceiptView
            {
                FallbackText = text,
                Speak = text,
                Lang = words.Language,
                Title = words[$"receipt.{kind}.title"],
                NumberLabel = words["receipt.number"],
                Number = number,
                Text = words["receipt.keepIt"] + group,
                Next = PlainInCards.Escape(next),
                Buttons =
                [
                    Copy(words, number),
                    .. proposal.Mesa is null
                        ? CommandButtons.Of(words, "propose", "myProposals", "progress")
                        : CommandButtons.Of(words, "propose", "contribute", "mesa"),
                ],
            }
        );
    }

    /// <summary>A button for a copy of the proposal: as text, and in Word if available.</summary>
    private static CommandButton Copy(Words words, string number) =>
        new(words["button.copy"], $"{CommandWords.Name(words, "command.copy")} {number}");

    /// <summary>What happens next, by when, and whom to ask, as far as the plan says.</summary>
    public static string Next(Words words, Plan plan, Proposal proposal)
    {
        PlanText? says = proposal.Kind == ProposalKind.Ficha ? plan.Next?.Ficha : plan.Next?.Aporte;
        string term = Term(words, plan, proposal);
        return says is null ? term : $"{words.Say("receipt.next", says.In(words.Language))}\n{term}";
    }

    /// <summary>By when, if the plan sets a term, and whom to ask.</summary>
    public static string Term(Words words, Plan plan, Proposal proposal)
    {
        string when =
            plan.Next?.WithinDays is { } days && proposal.Kind == ProposalKind.Ficha
                ? words.Say("receipt.nextBy", DatePhrases.Day(words, LimaCalendar.DayOf(proposal.SubmittedAt).AddDays(days)))
                : words["receipt.noTerm"];
        return $"{when} {words.Say("receipt.whomToAsk", ContactPhrase.Say(plan, words))}";
    }
}
