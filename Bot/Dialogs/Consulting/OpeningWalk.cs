using System.Diagnostics;
using AgaBot.Consultations;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Consulting;

/// <summary><i>Nueva consulta</i>: a coordinator writes a question and puts it to the participants.</summary>
internal sealed class OpeningWalk(DialogForms forms)
{
    public Decision Begin(Moment moment)
    {
        FormSession session = FormSession.Start(moment.NewId("session"), forms.OpeningIn(moment.Words));
        var walk = new Walk.OpeningConsultation(new ConsultationId(moment.NewId("consultation")), session);
        return moment
            .With(moment.Talk with { Walk = walk, Then = null })
            .Say(PlaceReply.Say(forms.Of(walk, moment.Words), new Notice(moment.Words["opening.introduction"])));
    }

    public Decision Advance(Moment moment, Walk.OpeningConsultation walk, FormInput input)
    {
        OpenForm before = forms.Of(walk, moment.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, moment.Heard.Today);
        if (Fault(moment.Words, step) is { } fault)
            return moment.Say(PlaceReply.Say(before, Notice.Problem(fault)));

        return step.Outcome switch
        {
            FormOutcome.Submitted => moment.With(walk: null).Say(moment.Words["opening.opened"]) with
            {
                ConsultationChanges =
                [
                    new ConsultationChange.Opened(ConsultationForm.Read(step.Session, walk.Id, moment.Participant.Id, moment.Heard.Now)),
                ],
                Ended = step.Session,
            },
            FormOutcome.Cancelled => moment.With(walk: null).Say(moment.Words["opening.cancelled"]) with { Ended = step.Session },
            _ => moment.With(walk with { Session = step.Session }).Say(StepReply.Say(before.With(step.Session), input, step.Outcome)),
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
