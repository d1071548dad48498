using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// What a person can ask for by name, in any state, in Spanish or English. Each feature derives its own commands, gives their words in
/// <see cref="IHasPatterns.Patterns"/>, and follows them in a <see cref="CommandHandler{TCommand}"/>.
/// </summary>
internal abstract record Command
{
    /// <summary>Whether the words may be an answer to the question at hand instead.</summary>
    public virtual bool MayAnswer(OpenForm open) => false;

    /// <summary>The command as an input to the open form; null if the command is about something else.</summary>
    /// <param name="open">Null if no form is open: then the command needs a form that does not exist.</param>
    public virtual FormInput? InputTo(OpenForm? open) => null;

    /// <summary>Whether following the command leaves the open form. A sentence typed in a form is never read as such a command.</summary>
    public virtual bool LeavesTheForm => false;

    /// <summary>Whether the command is only about the question at hand, so that it has no meaning once that question is gone.</summary>
    public virtual bool IsAboutQuestionAtHand => false;

    /// <summary>Whether the command names rows or answers by numbers, which may differ on an older card.</summary>
    public virtual bool IsAboutShownNumbers => false;

    public virtual bool IsGreeting => false;

    /// <summary>
    /// Maximum <see cref="Statements.Content"/> of a sentence that is read as this command: a sentence that says more is about its own
    /// matter, even if it contains the words.
    /// </summary>
    public virtual int MostContent => int.MaxValue;

    /// <summary>Whether the command answers a question about the person's own part, so that other readings of the sentence yield.</summary>
    public virtual bool AnswersQuestion => false;

    /// <summary>How the command is answered in a group, where others can read the reply.</summary>
    public virtual GroupUse InGroup => GroupUse.Privately;
}

internal enum GroupUse
{
    /// <summary>The reply is private: the group gets a button to the private chat, where the same words are sent.</summary>
    Privately,

    /// <summary>The command holds a code: as <see cref="Privately"/>, but the button's link does not contain the words.</summary>
    Secretly,

    /// <summary>The command shows public information and is followed in the group.</summary>
    Publicly,

    /// <summary>The group is told what can be asked there.</summary>
    Help,
}
