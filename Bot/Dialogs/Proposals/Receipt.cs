using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Proposals;

/// <summary>Says that a proposal is in, and under which number.</summary>
internal static class Receipt
{
    public static Reply Say(Words words, Proposal proposal)
    {
        string kind = proposal.Kind switch
        {
            ProposalKind.Ficha => "ficha",
            ProposalKind.Aporte => "aporte",
            _ => throw new ArgumentOutOfRangeException(nameof(proposal), proposal.Kind, null),
        };
        string number = proposal.Receipt.ToString();
        string group = proposal.Mesa is { } mesa ? " " + words.Say("receipt.mesa", mesa.Number, words.Count("mesa.people", mesa.People)) : "";
        string text = words.Say($"receipt.{kind}", number) + group;
        return new Reply(text, new ReceiptView
        {
            FallbackText = text,
            Speak = text,
            Lang = words.Language,
            Title = words[$"receipt.{kind}.title"],
            NumberLabel = words["receipt.number"],
            Number = number,
            Text = words["receipt.keepIt"] + group,
            Buttons = proposal.Mesa is null ? CommandButtons.Of(words, "propose", "myProposals", "progress") : CommandButtons.Of(words, "propose", "contribute", "mesa"),
        });
    }
}
