using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>
/// Opens one kind of <see cref="ActiveForm"/> and takes its inputs. Handlers are found at start: there is no list to extend.
/// </summary>
internal interface IFormHandler
{
    Type Kind { get; }

    OpenForm Open(ActiveForm form, DialogState state, Words words);

    ValueTask<Decision> AdvanceAsync(DialogContext context, ActiveForm form, FormInput input, CancellationToken cancellationToken);
}

internal abstract class FormHandler<TForm> : IFormHandler
    where TForm : ActiveForm
{
    public Type Kind => typeof(TForm);

    /// <summary>The form with its session, in the words of one language.</summary>
    public abstract OpenForm Open(TForm form, DialogState state, Words words);

    protected abstract ValueTask<Decision> AdvanceAsync(
        DialogContext context,
        TForm form,
        FormInput input,
        CancellationToken cancellationToken
    );

    OpenForm IFormHandler.Open(ActiveForm form, DialogState state, Words words) => Open((TForm)form, state, words);

    ValueTask<Decision> IFormHandler.AdvanceAsync(
        DialogContext context,
        ActiveForm form,
        FormInput input,
        CancellationToken cancellationToken
    ) => AdvanceAsync(context, (TForm)form, input, cancellationToken);
}

/// <summary>Opens a form that holds its own session, whether it is active or kept for undo.</summary>
internal interface ISessionFormHandler
{
    OpenForm Open(FormWithSession form, Words words);
}

/// <summary>
/// The handler of a form that holds its own session. A derived class only says what happens when the form is sent or cancelled.
/// </summary>
internal abstract class SessionFormHandler<TForm> : FormHandler<TForm>, ISessionFormHandler
    where TForm : FormWithSession
{
    public abstract OpenForm Open(TForm form, Words words);

    public sealed override OpenForm Open(TForm form, DialogState state, Words words) => Open(form, words);

    OpenForm ISessionFormHandler.Open(FormWithSession form, Words words) => Open((TForm)form, words);

    /// <summary>Opens the form in place of the open one, and asks its first question.</summary>
    protected Decision Begin(DialogContext context, TForm form, Notice notice) =>
        context
            .With(context.Conversation with { ActiveForm = form, Pending = null })
            .Say(PlaceMessage.Say(Open(form, context.Words), notice));

    protected override async ValueTask<Decision> AdvanceAsync(
        DialogContext context,
        TForm form,
        FormInput input,
        CancellationToken cancellationToken
    )
    {
        OpenForm before = Open(form, context.Words);
        FormStep step = Step(before, input, context.Turn.Today);
        return step.Outcome switch
        {
            FormOutcome.Submitted => await SubmitAsync(context, form, before.With(step.Session), cancellationToken),
            FormOutcome.Cancelled => Cancel(context, form, before, input, step.Session) with { Ended = step.Session },
            _ => Continue(context, form, before, step, input),
        };
    }

    /// <summary>Takes one input. A derived class may read more from it than one answer.</summary>
    protected virtual FormStep Step(OpenForm before, FormInput input, DateOnly today) =>
        FormWalk.Advance(before.Form, before.Session, input, today);

    /// <param name="sent">The form with the session that was sent.</param>
    protected abstract ValueTask<Decision> SubmitAsync(
        DialogContext context,
        TForm form,
        OpenForm sent,
        CancellationToken cancellationToken
    );

    protected abstract Decision Cancel(DialogContext context, TForm form, OpenForm before, FormInput input, FormSession ended);

    protected virtual Decision Continue(DialogContext context, TForm form, OpenForm before, FormStep step, FormInput input) =>
        (context with { State = form.WithSession(context.State, step.Session) }).Say(
            StepMessage.Say(before.With(step.Session), input, step.Outcome)
        );
}
