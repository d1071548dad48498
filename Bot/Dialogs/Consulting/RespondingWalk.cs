using AgaBot.Consultations;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Consulting;

/// <summary>Answers a consultation: a form of one question, sent as soon as it is answered.</summary>
internal static class RespondingWalk
{
    public static Decision Begin(Moment moment, Consultation consultation, Notice notice)
    {
        var walk = new Walk.Responding(consultation, FormSession.Start(moment.NewId("session"), ResponseForm.Of(consultation)));
        return moment.With(walk).Say(PlaceReply.Say(DialogForms.Of(walk, moment.Words), notice));
    }

    public static Decision Advance(Moment moment, Walk.Responding walk, FormInput input)
    {
        OpenForm before = DialogForms.Of(walk, moment.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, moment.Heard.Today);
        return step.Outcome switch
        {
            FormOutcome.Submitted => Respond(moment.With(walk: null), walk.Consultation, before.With(step.Session)) with
            {
                Ended = step.Session,
            },
            FormOutcome.Cancelled => moment.With(walk: null).Say(moment.Words["response.cancelled"]) with { Ended = step.Session },
            _ => moment.With(walk with { Session = step.Session }).Say(StepReply.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    private static Decision Respond(Moment moment, Consultation consultation, OpenForm answered)
    {
        Question question = answered.Form.Questions[0];
        Answer answer = answered.Session.Answers[question.Id];
        string said = Excerpt.Quote(AnswerPhrases.Say(moment.Words, question, answer));
        string thanks = moment.Words.Say("response.taken", said);
        return moment.Say(ProposalDrafts.Listed(moment.Memory).IsEmpty ? thanks : $"{thanks} {moment.Words["drafts.waiting"]}") with
        {
            ConsultationChanges =
            [
                new ConsultationChange.Responded(
                    new ConsultationResponse(consultation.Id, moment.Participant.Id, answer, moment.Heard.Now),
                    consultation
                ),
            ],
        };
    }
}
