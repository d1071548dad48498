using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Consultations;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Consulting;

/// <summary><i>Nueva consulta</i>: a coordinator writes a question for the participants.</summary>
internal sealed record NewConsultationCommand : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest - 1;

    public override bool LeavesTheForm => true;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.newConsultation", new NewConsultationCommand()),
            new CommandPattern.Sentence("sentence.newConsultation", 50, new NewConsultationCommand()),
        ];
}

internal sealed class NewConsultationHandler(OpeningHandler opening) : ImmediateCommandHandler<NewConsultationCommand>
{
    protected override Decision Follow(DialogContext context, NewConsultationCommand command, OpenForm? open) =>
        context.IsCoordinator
            ? Interruption.FinishFirst(context, open) ?? opening.Begin(context)
            : Interruption.Tell(context.Say(context.Words["coordinatorsOnly"]), open);
}

/// <summary>A consultation that a coordinator is writing.</summary>
public sealed record OpeningConsultation(ConsultationId Id, FormSession Session) : FormWithSession(Session)
{
    internal override bool IsLostByLeaving => !Session.IsEmpty;
}

internal sealed class OpeningHandler : SessionFormHandler<OpeningConsultation>
{
    private static readonly ImmutableArray<Form> Forms = [Form(Words.Spanish), Form(Words.English)];

    public override OpenForm Open(OpeningConsultation form, Words words) =>
        new(words.Pick(Forms), form.Session, words, "consulta", words["opening.title"], words["opening.name"]);

    public Decision Begin(DialogContext context)
    {
        FormSession session = FormSession.Start(context.NewId("session"), context.Words.Pick(Forms));
        var form = new OpeningConsultation(new ConsultationId(context.NewId("consultation")), session);
        return Begin(context, form, new Notice(context.Words["opening.introduction"]));
    }

    protected override ValueTask<Decision> SubmitAsync(
        DialogContext context,
        OpeningConsultation form,
        OpenForm sent,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult(
            context.WithNoForm().Say(context.Words["opening.opened"]) with
            {
                ConsultationChanges =
                [
                    new ConsultationOpened(ConsultationForm.Read(sent.Session, form.Id, context.Participant.Id, context.Turn.Now)),
                ],
                Ended = sent.Session,
            }
        );

    protected override Decision Cancel(
        DialogContext context,
        OpeningConsultation form,
        OpenForm before,
        FormInput input,
        FormSession ended
    ) => context.WithNoForm().Say(context.Words["opening.cancelled"]);

    protected override Decision Continue(
        DialogContext context,
        OpeningConsultation form,
        OpenForm before,
        FormStep step,
        FormInput input
    ) =>
        Fault(context.Words, step) is { } fault
            ? context.Say(PlaceMessage.Say(before, Notice.Problem(fault)))
            : base.Continue(context, form, before, step, input);

    private static Form Form(Words words) =>
        ConsultationForm.Of(new ConsultationKindWords(words.Option("consultationKind.open"), words.Option("consultationKind.choice")));

    /// <summary>The problem with the options just given, which are then refused; null if there is none.</summary>
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
