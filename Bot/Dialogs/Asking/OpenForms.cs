using System.Collections.Frozen;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>The form that is open in a conversation, whichever feature's it is.</summary>
internal sealed class OpenForms(IEnumerable<IFormHandler> handlers)
{
    private readonly FrozenDictionary<Type, IFormHandler> handlers = handlers.ToFrozenDictionary(static handler => handler.Kind);

    /// <summary>The open form; null if nothing is being filled.</summary>
    public OpenForm? Find(DialogState state, Words words) => state.Conversation.ActiveForm is { } form ? Open(form, state, words) : null;

    public OpenForm? Find(DialogContext context) => Find(context.State, context.Words);

    public OpenForm Open(ActiveForm form, DialogState state, Words words) => handlers[form.GetType()].Open(form, state, words);

    /// <summary>A form that was thrown away.</summary>
    public OpenForm Open(FormWithSession form, Words words) => ((ISessionFormHandler)handlers[form.GetType()]).Open(form, words);

    /// <summary>Gives an input to the form that is open.</summary>
    public async ValueTask<Decision> AdvanceAsync(DialogContext context, FormInput input, CancellationToken cancellationToken)
    {
        ActiveForm form = context.Conversation.ActiveForm ?? throw new InvalidOperationException("No form is open.");
        Decision step = await handlers[form.GetType()].AdvanceAsync(context, form, input, cancellationToken);
        Decision decision = UndoOffer.Remember(context, form, step);
        return IsUnheard(context, input, decision) ? decision with { NotUnderstood = true } : decision;
    }

    /// <summary>An answer that brought the form no further. The answer of an old card is none.</summary>
    private static bool IsUnheard(DialogContext context, FormInput input, Decision decision) =>
        context.State.OpenSession is { } before
        && (input is FormInput.Say || (input is FormInput.Fill fill && fill.Revision == before.Revision))
        && SessionProgress.StandsStill(before, decision.State.OpenSession);
}
