using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Drafting;

/// <summary>Answers what belongs to an open form and is said where none is: what the person sent last is in, and what can still be done about it.</summary>
internal sealed class SentProposalMessage(Plan plan, IPlanRecords records)
{
    /// <param name="input">What was said to the form that is not open; null if it was <i>editar</i> alone.</param>
    public async ValueTask<Decision> SayAsync(DialogContext context, FormInput? input, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        if (await records.FindOwnAsync(context.Participant.Id, receipt: null, cancellationToken) is not { } sent)
            return context.Say(words["noForm"]);
        string name = words.AtBeginning(ProposalForms.Name(sent, words));
        string day = DatePhrases.Day(words, LimaCalendar.DayOf(sent.SubmittedAt));
        string said =
            input is FormInput.Submit
                ? words.Say("sent.send", name, day, sent.Receipt)
                : words.Say("sent.change", name, day, sent.Receipt, ContactPhrase.Say(plan, words));
        return context.Say(ProposalDrafts.Listed(context.State).IsEmpty ? said : $"{said} {words["sent.draft"]}");
    }
}
