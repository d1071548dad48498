using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Deciding;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Bench.Sentences;

internal enum Verdict
{
    Right,
    NotUnderstood,
    OtherAnswer,

    /// <summary>An act that changes, sends or deletes something and was not asked for.</summary>
    WrongAct,
}

internal sealed record TriedResult(TriedSentence Sentence, string Came, Verdict Verdict);

/// <summary>Hears sentences as the bot does while no form is open.</summary>
internal sealed class SentenceTrial(Plan plan)
{
    /// <summary>Commands that only show, ask or open a form. Every other command counts as an act.</summary>
    private static readonly FrozenSet<string> Harmless = new[]
    {
        "AskErase",
        "AskLeft",
        "AskName",
        "AskNext",
        "AskReviewed",
        "AskWhen",
        "AskWhoSees",
        "Contribute",
        "Copy",
        "Edit",
        "GoOn",
        "Hello",
        "Help",
        "ListConsultations",
        "ListToSupport",
        "More",
        "MyProposals",
        "NewConsultation",
        "PreviewProposal",
        "Propose",
        "Respond",
        "Resume",
        "ShowAnswers",
        "ShowBlank",
        "ShowGlossary",
        "ShowMyData",
        "ShowPrivacyNotice",
        "ShowProgress",
        "Unavailable",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Hearing hearing = new(new AsideHandler(plan, new GlossaryHandler(plan)));

    public ImmutableArray<TriedResult> Try(ImmutableArray<TriedSentence> sentences) => [.. sentences.Select(Try)];

    private TriedResult Try(TriedSentence sentence)
    {
        var state = new DialogState(ParticipantState.Unknown(new ParticipantId("sms:one")), ConversationState.New(sentence.Language));
        var turn = new TurnInput(new UserInput.Typed(sentence.Text), "one", plan.Starts, DateTimeOffset.UnixEpoch);
        Heard heard = hearing.Hear(new DialogContext(state, turn), sentence.Text);
        string came = Name(heard);
        return new TriedResult(sentence, came, Judge(sentence, heard, came));
    }

    private static Verdict Judge(TriedSentence sentence, Heard heard, string came)
    {
        if (sentence.Expected.Contains(came))
            return Verdict.Right;
        return heard switch
        {
            Heard.Ordered or Heard.Wish when !Harmless.Contains(came) => Verdict.WrongAct,
            Heard.Nothing => Verdict.NotUnderstood,
            _ => Verdict.OtherAnswer,
        };
    }

    private static string Name(Heard heard) =>
        heard switch
        {
            Heard.Ordered ordered => Name(ordered.Command),
            Heard.Wish wish => Name(wish.Command),
            Heard.Spoken { Aside: Aside.SmallTalk talk } => talk.Phrase.ToString(),
            Heard.Spoken => "Term",
            Heard.Number => "Number",
            Heard.Stated => "Offer",
            _ => "NotUnderstood",
        };

    private static string Name(Command command) => command.GetType().Name.Replace("Command", "", StringComparison.Ordinal);
}
