using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.OwnData;

/// <summary><i>Borrar mis datos</i>: asks for confirmation, then erases all data of the person.</summary>
internal sealed record DeleteMyDataCommand : Command, IHasPatterns
{
    public override bool LeavesTheForm => true;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.deleteMyData", new DeleteMyDataCommand()),
            new CommandPattern.Sentence("sentence.deleteMyData", 10, new DeleteMyDataCommand()),
        ];
}

internal sealed class DeleteMyDataHandler(ErasingHandler erasing) : ImmediateCommandHandler<DeleteMyDataCommand>
{
    protected override Decision Follow(DialogContext context, DeleteMyDataCommand command, OpenForm? open) => erasing.Begin(context);
}

/// <summary>The confirmation before all data is erased.</summary>
public sealed record ErasingForm(FormSession Session) : FormWithSession(Session)
{
    /// <summary>A form of one question has no answers to lose before it ends.</summary>
    internal override UndoState? LostBy(DialogContext before, Decision decision) => null;
}

internal sealed class ErasingHandler(Plan plan) : SessionFormHandler<ErasingForm>
{
    public override OpenForm Open(ErasingForm form, Words words) =>
        new(ErasureForm.Form, form.Session, words, "borrado", words["erase.title"], words["erase.name"])
        {
            Responsible = plan.Responsible,
            YesLabel = words["erase.yes"],
            NoLabel = words["erase.no"],
            Hint = words.Say("erase.hint", CommandWords.Name(words, "erase.word")),
        };

    public Decision Begin(DialogContext context) =>
        Begin(context, new ErasingForm(FormSession.Start(context.NewId("session"), ErasureForm.Form)), Notice.None);

    /// <summary>A typed yes is not enough: it may be meant for something else.</summary>
    protected override async ValueTask<Decision> AdvanceAsync(
        DialogContext context,
        ErasingForm form,
        FormInput input,
        CancellationToken cancellationToken
    ) =>
        input is not FormInput.Say { Text: var said }
            ? await base.AdvanceAsync(context, form, input, cancellationToken)
            : ErasureReplies.Read(said) switch
            {
                ErasureReply.Erase => await base.AdvanceAsync(
                    context,
                    form,
                    new FormInput.Say(context.Words["answer.yes"]),
                    cancellationToken
                ),
                ErasureReply.Yes => context.Say(
                    PlaceMessage.Say(
                        Open(form, context.Words),
                        Notice.Problem(context.Words.Say("erase.sayWord", CommandWords.Name(context.Words, "erase.word")))
                    )
                ),
                _ => await base.AdvanceAsync(context, form, input, cancellationToken),
            };

    protected override ValueTask<Decision> SubmitAsync(
        DialogContext context,
        ErasingForm form,
        OpenForm sent,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(context.Say([]) with { Erase = true });

    protected override Decision Cancel(DialogContext context, ErasingForm form, OpenForm before, FormInput input, FormSession ended) =>
        context.WithNoForm().Say(context.Words["erase.kept"]);
}
