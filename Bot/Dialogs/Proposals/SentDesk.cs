using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Proposals;

/// <summary>Answers what belongs to an open form and is said where none is: what the person sent last is in, and what can still be done about it.</summary>
internal sealed class SentDesk(Plan plan, IPlanRecords records)
{
    public async ValueTask<Decision> SayAsync(Moment moment, Command command, CancellationToken cancellationToken)
    {
        Words words = moment.Words;
        if (await records.FindOwnAsync(moment.Participant.Id, receipt: null, cancellationToken) is not { } sent)
            return moment.Say(words["noForm"]);
        string name = words.AtBeginning(DialogForms.Name(sent, words));
        string day = DatePhrases.Day(words, LimaCalendar.DayOf(sent.SubmittedAt));
        string said =
            command is Command.Send
                ? words.Say("sent.send", name, day, sent.Receipt)
                : words.Say("sent.change", name, day, sent.Receipt, ContactPhrase.Say(plan, words));
        return moment.Say(ProposalDrafts.Listed(moment.Memory).IsEmpty ? said : $"{said} {words["sent.draft"]}");
    }
}
