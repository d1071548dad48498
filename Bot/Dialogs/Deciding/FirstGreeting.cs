using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Deciding;

/// <summary>
/// Answers in English if a new person's first message is an English greeting, phrase or command sentence and the channel's locale is
/// Spanish or missing. The language applies to this conversation alone: the person has not chosen it.
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
        && (
            CommandVocabulary.IsEnglishGreeting(folded)
            || PhraseVocabulary.IsEnglish(folded)
            || SentencePhrases.IsEnglish(folded)
            || Statements.IsEnglish(typed.Text)
        );
}
