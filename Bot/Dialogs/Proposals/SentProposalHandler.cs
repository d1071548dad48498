using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Proposals;

/// <summary>Answers what belongs to an open form and is said where none is: what the person sent last is in, and what can still be done about it.</summary>
internal sealed class SentProposalHandler(Plan plan, IPlanRecords records)
{
    public async ValueTask<Decision> SayAsync(DialogContext context, Command command, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        if (await records.FindOwnAsync(context.Participant.Id, receipt: null, cancellationToken) is not { } sent)
            return context.Say(words["noForm"]);
        string name = words.AtBeginning(DialogForms.Name(sent, words));
        string day = DatePhrases.Day(words, LimaCalendar.DayOf(sent.SubmittedAt));
        string said =
            command is Command.Send
                ? words.Say("sent.send", name, day, sent.Receipt)
                : words.Say("sent.change", name, day, sent.Receipt, ContactPhrase.Say(plan, words));
        return context.Say(ProposalDrafts.Listed(context.State).IsEmpty ? said : $"{said} {words["sent.draft"]}");
    }
}
