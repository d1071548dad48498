using System.Diagnostics;
using AgaBot.Consultations;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Consulting;

/// <summary><i>Nueva consulta</i>: a coordinator writes a question and puts it to the participants.</summary>
internal sealed class OpeningWalk(DialogForms forms)
{
    public Decision Begin(DialogContext context)
    {
        FormSession session = FormSession.Start(context.NewId("session"), forms.OpeningIn(context.Words));
        var walk = new ActiveForm.OpeningConsultation(new ConsultationId(context.NewId("consultation")), session);
        return context
            .With(context.Conversation with { ActiveForm = walk, Pending = null })
            .Say(PlaceMessage.Say(forms.Of(walk, context.Words), new Notice(context.Words["opening.introduction"])));
    }

    public Decision Advance(DialogContext context, ActiveForm.OpeningConsultation walk, FormInput input)
    {
        OpenForm before = forms.Of(walk, context.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, context.Turn.Today);
        if (Fault(context.Words, step) is { } fault)
            return context.Say(PlaceMessage.Say(before, Notice.Problem(fault)));

        return step.Outcome switch
        {
            FormOutcome.Submitted => context.With(walk: null).Say(context.Words["opening.opened"]) with
            {
                ConsultationChanges =
                [
                    new ConsultationOpened(ConsultationForm.Read(step.Session, walk.Id, context.Participant.Id, context.Turn.Now)),
                ],
                Ended = step.Session,
            },
            FormOutcome.Cancelled => context.With(walk: null).Say(context.Words["opening.cancelled"]) with { Ended = step.Session },
            _ => context.With(walk with { Session = step.Session }).Say(StepMessage.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    /// <summary>What is wrong with the options just given; then they are not taken.</summary>
    private static string? Fault(Words words, FormStep step) =>
        step.Outcome is FormOutcome.Moved moved
        && moved.Taken.Contains(ConsultationForm.Opciones)
        && step.Session.Answer<Answer.List>(ConsultationForm.Opciones) is { } options
            ? ConsultationForm.CheckOptions(options) switch
            {
                null => null,
                OptionsFault.TooFew => words.Say("opening.tooFewOptions", ConsultationForm.MinOptions),
                OptionsFault.Repeated repeated => words.Say("opening.repeatedOption", Excerpt.Quote(repeated.Option)),
                _ => throw new UnreachableException(),
            }
            : null;
}
