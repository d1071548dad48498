using AgaBot.Consultations;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Consulting;

/// <summary><i>Responder</i>: answers a consultation.</summary>
/// <param name="Number">The consultation's number; null if there is only one.</param>
internal sealed record RespondCommand(int? Number) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.respond", new RespondCommand(Number: null)),
            new CommandPattern.WithNumber("command.respond", static number => new RespondCommand(number)),
        ];
}

internal sealed class RespondHandler(ConsultationList consultations) : CommandHandler<RespondCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        RespondCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        if (await consultations.FindAsync(command.Number, cancellationToken) is { } consultation)
            return Interruption.Want(context, new RespondRequest(consultation), open);
        Decision list = await consultations.ShowAsync(context, cancellationToken);
        return Interruption.Tell(
            command.Number is { } number
                ? context.Say([new Reply(context.Words.Say("consultations.noSuch", number)), .. list.Replies])
                : list,
            open
        );
    }
}

/// <summary>Request to answer a consultation once consent is given.</summary>
public sealed record RespondRequest(Consultation Consultation) : PendingRequest
{
    internal override string WhyConsent => "consent.whyToRespond";
}

internal sealed class RespondRequestHandler(RespondingHandler responding) : RequestHandler<RespondRequest>
{
    protected override ValueTask<Decision> BeginAsync(
        DialogContext context,
        RespondRequest request,
        Notice notice,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(responding.Begin(context, request.Consultation, notice));
}

/// <summary>The answer to a consultation: a form of one question, sent as soon as it is answered.</summary>
/// <param name="Consultation">As it was when the form was opened, so that a turn need not read it again.</param>
public sealed record Responding(Consultation Consultation, FormSession Session) : FormWithSession(Session)
{
    /// <summary>A form of one question has no answers to lose before it ends.</summary>
    internal override UndoState? LostBy(DialogContext before, Decision decision) => null;
}

internal sealed class RespondingHandler : SessionFormHandler<Responding>
{
    public override OpenForm Open(Responding form, Words words) =>
        new(
            ResponseForm.Of(form.Consultation),
            form.Session,
            words,
            "respuesta",
            words.Say("response.title", form.Consultation.Number),
            words["response.name"]
        )
        {
            AskedAs = form.Consultation.Prompt,
        };

    public Decision Begin(DialogContext context, Consultation consultation, Notice notice)
    {
        var form = new Responding(consultation, FormSession.Start(context.NewId("session"), ResponseForm.Of(consultation)));
        return context.With(form).Say(PlaceMessage.Say(Open(form, context.Words), notice));
    }

    protected override ValueTask<Decision> SubmitAsync(
        DialogContext context,
        Responding form,
        OpenForm sent,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Respond(context.WithNoForm(), form.Consultation, sent) with { Ended = sent.Session });

    protected override Decision Cancel(DialogContext context, Responding form, OpenForm before, FormInput input, FormSession ended) =>
        context.WithNoForm().Say(context.Words["response.cancelled"]);

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
