using AgaBot.Consultations;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Consulting;

/// <summary>Answers a consultation: a form of one question, sent as soon as it is answered.</summary>
internal static class RespondingWalk
{
    public static Decision Begin(DialogContext context, Consultation consultation, Notice notice)
    {
        var walk = new ActiveForm.Responding(consultation, FormSession.Start(context.NewId("session"), ResponseForm.Of(consultation)));
        return context.With(walk).Say(PlaceMessage.Say(DialogForms.Of(walk, context.Words), notice));
    }

    public static Decision Advance(DialogContext context, ActiveForm.Responding walk, FormInput input)
    {
        OpenForm before = DialogForms.Of(walk, context.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, context.Turn.Today);
        return step.Outcome switch
        {
            FormOutcome.Submitted => Respond(context.With(walk: null), walk.Consultation, before.With(step.Session)) with
            {
                Ended = step.Session,
            },
            FormOutcome.Cancelled => context.With(walk: null).Say(context.Words["response.cancelled"]) with { Ended = step.Session },
            _ => context.With(walk with { Session = step.Session }).Say(StepMessage.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    private static Decision Respond(DialogContext context, Consultation consultation, OpenForm answered)
    {
        Question question = answered.Form.Questions[0];
        Answer answer = answered.Session.Answers[question.Id];
        string said = Excerpt.Quote(AnswerPhrases.Say(context.Words, question, answer));
        string thanks = context.Words.Say("response.taken", said);
        return context.Say(ProposalDrafts.Listed(context.State).IsEmpty ? thanks : $"{thanks} {context.Words["drafts.waiting"]}") with
        {
            ConsultationChanges =
            [
                new ConsultationResponded(
                    new ConsultationResponse(consultation.Id, context.Participant.Id, answer, context.Turn.Now),
                    consultation
                ),
            ],
        };
    }
}
