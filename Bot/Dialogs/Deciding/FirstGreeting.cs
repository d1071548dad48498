using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Deciding;

/// <summary>
/// Answers in English who greets in English, or says another phrase or wish in it, before saying anything else, where their channel says Spanish or
/// nothing. It is no choice of theirs: it holds in this conversation alone.
/// </summary>
internal static class FirstGreeting
{
    public static DialogContext Heed(DialogContext context) =>
        IsInEnglish(context) ? context.With(context.Conversation with { Language = Words.English.Language }) : context;

    private static bool IsInEnglish(DialogContext context) =>
        context is { Conversation.HeardOn: null, State.Person: { Language: null, Drafts: [], Participant.ConsentedOn: null } }
        && context.Turn is { ConversationKind: ConversationKind.Private, Input: UserInput.Typed typed }
        && typed.Text.Length <= CommandReader.LongestCommand
        && Folding.ToWords(typed.Text) is var folded
        && (CommandVocabulary.IsEnglishGreeting(folded) || PhraseVocabulary.IsEnglish(folded) || SentencePhrases.IsEnglish(folded));
}
