using System.Collections.Frozen;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>Finds the form that is open in a conversation, and passes inputs to its handler.</summary>
internal sealed class OpenForms(IEnumerable<IFormHandler> handlers)
{
    private readonly FrozenDictionary<Type, IFormHandler> handlers = handlers.ToFrozenDictionary(static handler => handler.Kind);

    /// <summary>The open form; null if none is open.</summary>
    public OpenForm? Find(DialogState state, Words words) => state.Conversation.ActiveForm is { } form ? Open(form, state, words) : null;

    public OpenForm? Find(DialogContext context) => Find(context.State, context.Words);

    public OpenForm Open(ActiveForm form, DialogState state, Words words) => handlers[form.GetType()].Open(form, state, words);

    /// <summary>Opens a form that was kept for undo.</summary>
    public OpenForm Open(FormWithSession form, Words words) => ((ISessionFormHandler)handlers[form.GetType()]).Open(form, words);

    /// <summary>Passes an input to the open form.</summary>
    public async ValueTask<Decision> AdvanceAsync(DialogContext context, FormInput input, CancellationToken cancellationToken)
    {
        ActiveForm form = context.Conversation.ActiveForm ?? throw new InvalidOperationException("No form is open.");
        Decision step = await handlers[form.GetType()].AdvanceAsync(context, form, input, cancellationToken);
        Decision decision = UndoOffer.Remember(context, form, step);
        return IsUnheard(context, input, decision) ? decision with { NotUnderstood = true } : decision;
    }

    /// <summary>Whether an answer left the form where it was. The answer of an old card does not count.</summary>
    private static bool IsUnheard(DialogContext context, FormInput input, Decision decision) =>
        context.State.OpenSession is { } before
        && (input is FormInput.Say || (input is FormInput.Fill fill && fill.Revision == before.Revision))
        && SessionProgress.StandsStill(before, decision.State.OpenSession);
}
