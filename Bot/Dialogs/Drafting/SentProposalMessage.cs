using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Drafting;

/// <summary>
/// Answers a form's command when no form is open: the last proposal is already sent, and what can still be done about it.
/// </summary>
internal sealed class SentProposalMessage(Plan plan, IPlanRecords records)
{
    /// <param name="input">The input to the form that is not open; null for <i>editar</i> alone.</param>
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
