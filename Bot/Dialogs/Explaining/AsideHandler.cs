using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Reading;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Explaining;

/// <summary>
/// Answers text that is not about the form: thanks, an insult, a question about a word. The form stays open and asks the same question
/// again. In quotation marks the same words are an answer, as a command's are.
/// </summary>
internal sealed class AsideHandler(Plan plan, GlossaryHandler glossary)
{
    /// <summary>Null if the text is an answer, or not recognised.</summary>
    public Aside? Find(DialogContext context, string text, OpenForm? open)
    {
        if (open is not null && IsAnswer(open, text, context.Turn.Today))
            return null;
        if (PhraseVocabulary.Find(text) is { } phrase)
            return open is null || MayBeSaidIn(open, phrase) ? new Aside.SmallTalk(phrase) : null;
        if (!TakesAnyText(open) && SentencePhrases.Find(text) is { } inSentence)
            return new Aside.SmallTalk(inSentence);
        return
            glossary.Explain(text, context.Words) is { } explanation
            && (explanation.Meaning is not null || open is null or { Texts: "ficha" })
            ? new Aside.TermQuestion(explanation)
            : null;
    }

    /// <summary>Null if <see cref="CommandOf"/> gives the command to follow.</summary>
    public Decision? Answer(DialogContext context, Aside aside, OpenForm? open) =>
        aside switch
        {
            Aside.TermQuestion { Explanation: { Meaning: { } meaning } } => Say(context, meaning, open),
            Aside.TermQuestion => Say(context, context.Words[open is null ? "glossary.unknown" : "glossary.unknownInForm"], open),
            Aside.SmallTalk { Phrase: Phrase.Goodbye } => context.Say(Goodbye(context, open)),
            Aside.SmallTalk said => CommandOf(said) is null ? Say(context, InWords(context, said.Phrase, open), open) : null,
            _ => throw new UnreachableException(),
        };

    /// <summary>The command that a phrase stands for; null if there is none.</summary>
    public static Command? CommandOf(Aside aside) =>
        aside switch
        {
            Aside.SmallTalk { Phrase: Phrase.Lost } => new HelpCommand(),
            Aside.SmallTalk { Phrase: Phrase.Privacy } => new ShowPrivacyNoticeCommand(),
            _ => null,
        };

    private static Decision Say(DialogContext context, string text, OpenForm? open) =>
        open is null ? context.Say(text) : context.Say(PlaceMessage.Say(open, new Notice(text)));

    private string InWords(DialogContext context, Phrase phrase, OpenForm? open)
    {
        Words words = context.Words;
        return phrase switch
        {
            Phrase.Thanks => words["thanks.answer"],
            Phrase.HowAreYou => words["howAreYou.answer"],
            Phrase.WhoAreYou => $"{words["whoAreYou.answer"]}\n{ContactPhrase.Sheet(plan, words)}",
            Phrase.Person => $"{ContactPhrase.Sheet(plan, words)}\n{words["person.answer"]}",
            Phrase.Insult => words.Say("insult.answer", ContactPhrase.Say(plan, words)),
            Phrase.Mistake => Mistake(context, open),
            Phrase.HowLong => HowLong(words, open),
            Phrase.Free => words["free.answer"],
            Phrase.Coordinator => words[context.IsCoordinator ? "coordinator.already" : "coordinator.how"],
            Phrase.Goodbye or Phrase.Lost or Phrase.Privacy => throw new InvalidOperationException($"{phrase} is answered elsewhere."),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// The form stays open: a person who comes back the same day can just answer; on another day the question is shown again.
    /// </summary>
    private static string Goodbye(DialogContext context, OpenForm? open)
    {
        Words words = context.Words;
        if (open is null)
            return words[HasDraft(context) ? "goodbye.withDraft" : "goodbye.answer"];
        string stands = $"{words[open.Session.IsEmpty ? "goodbye.inEmptyForm" : "goodbye.inForm"]} {GoingOn.Say(open).Text}";
        return context.Conversation.ActiveForm is Proposing && !open.Session.IsEmpty ? $"{stands} {words["goodbye.resume"]}" : stands;
    }

    private static string HowLong(Words words, OpenForm? open) =>
        open?.Session.At switch
        {
            null => words["welcome.howLong"],
            FormPosition.Review => words["howLong.atReview"],
            _ => words["howLong.inForm"],
        };

    /// <summary>The mistake may be in an answer, or in discarding or sending a form: each has its own way back.</summary>
    private string Mistake(DialogContext context, OpenForm? open)
    {
        Words words = context.Words;
        string way = open?.Session.At switch
        {
            FormPosition.Review => words["mistake.atReview"],
            FormPosition.Confirming => words["mistake.atConfirmation"],
            FormPosition.Asking when open.NumberOf(open.QuestionAtHand!.Id) > 1 => words["mistake.atQuestion"],
            FormPosition.Asking => words["mistake.atFirstQuestion"],
            _ => HasDraft(context) ? words["mistake.withDraft"] : words.Say("mistake.answer", ContactPhrase.Say(plan, words)),
        };
        return context.Conversation.Undo is null ? way : $"{way} {words["mistake.thrownAway"]}";
    }

    /// <summary>A consultation asks for an opinion, which may be short or harsh, so few phrases count as asides there.</summary>
    private static bool MayBeSaidIn(OpenForm open, Phrase phrase) =>
        open.AskedAs is null || open.Session.At is not FormPosition.Asking || phrase is Phrase.Thanks or Phrase.Goodbye or Phrase.Mistake;

    /// <summary>Whether the question at hand takes free text.</summary>
    private static bool TakesAnyText(OpenForm? open) =>
        open?.QuestionAtHand is Question.Text or Question.List or Question.Rows or Question.HeadCount;

    /// <summary>Whether the text is a valid answer to a question that does not take free text.</summary>
    private static bool IsAnswer(OpenForm open, string text, DateOnly today) =>
        !TakesAnyText(open) && open.QuestionAtHand is { } question && AnswerReader.Read(question, text, today) is ParseResult.Understood;

    private static bool HasDraft(DialogContext context) => !ProposalDrafts.Listed(context.State).IsEmpty;
}
