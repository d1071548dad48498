using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Greeting;

/// <summary>
/// Answers in English who greets in English, or says another phrase or wish in it, before saying anything else, where their channel says Spanish or
/// nothing. It is no choice of theirs: it holds in this conversation alone.
/// </summary>
internal static class FirstGreeting
{
    public static Moment Heed(Moment moment) =>
        IsInEnglish(moment) ? moment.With(moment.Talk with { Language = Words.English.Language }) : moment;

    private static bool IsInEnglish(Moment moment) =>
        moment
            is {
                Talk.HeardOn: null,
                Memory: { Language: null, Drafts: [], Participant.ConsentedOn: null },
                Heard: { Setting: Setting.Alone, Said: Said.Typed typed }
            }
        && typed.Text.Length <= CommandReader.LongestCommand
        && Folding.ToWords(typed.Text) is var folded
        && (CommandVocabulary.IsEnglishGreeting(folded) || PhraseVocabulary.IsEnglish(folded) || SentenceReader.IsEnglish(folded));
}
