using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// What a person can ask for by name, in any state, in Spanish or English. A feature derives its own, says their words in
/// <see cref="IHasPatterns.Patterns"/>, and follows them in a <see cref="CommandHandler{TCommand}"/>.
/// </summary>
internal abstract record Command
{
    /// <summary>Whether the words may be an answer to the question at hand instead.</summary>
    public virtual bool MayAnswer(OpenForm open) => false;

    /// <summary>The input that the command is to the open form; null if the command is about something else.</summary>
    /// <param name="open">Null if no form is open: then the command asks for a form that is not there.</param>
    public virtual FormInput? InputTo(OpenForm? open) => null;

    /// <summary>Whether following it leaves the open form, so that a sentence in a form is not taken for it.</summary>
    public virtual bool LeavesTheForm => false;

    /// <summary>Whether it is about the question at hand alone, so that it means nothing once that question is gone.</summary>
    public virtual bool IsAboutQuestionAtHand => false;

    /// <summary>Whether it names rows or answers by numbers that an older card may show otherwise.</summary>
    public virtual bool IsAboutShownNumbers => false;

    public virtual bool IsGreeting => false;

    /// <summary>How it is answered in a group, where others read along.</summary>
    public virtual GroupUse InGroup => GroupUse.Privately;
}

internal enum GroupUse
{
    /// <summary>It is one person's: the group hears that, and gets a button to the private chat where the same words are said.</summary>
    Privately,

    /// <summary>It holds a code: the same, but the words do not stand in the button's link.</summary>
    Secretly,

    /// <summary>It shows what is everybody's and is followed in the group.</summary>
    Publicly,

    /// <summary>The group hears what can be asked there.</summary>
    Help,
}
