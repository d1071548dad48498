using System.Collections.Frozen;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;
using AgaBot.Plans;

namespace AgaBot.Dialogs.TakingDown;

/// <summary>What the person answers to the offer to take down a sentence.</summary>
internal enum TakeDownAnswer
{
    Aporte,
    Ficha,
    No,

    /// <summary>A yes, which does not say as what.</summary>
    Unclear,
}

/// <summary><i>Anotar como aporte</i>, <i>anotar como propuesta</i>, <i>no anotar</i>: answers the offer to take down a sentence.</summary>
internal sealed record TakeDownCommand(TakeDownAnswer Answer) : Command, IHasPatterns
{
    private static readonly FrozenDictionary<string, TakeDownAnswer> Answers = new (string Key, TakeDownAnswer Answer)[]
    {
        ("takeDown.aporte", TakeDownAnswer.Aporte),
        ("takeDown.ficha", TakeDownAnswer.Ficha),
        ("takeDown.no", TakeDownAnswer.No),
        ("takeDown.yes", TakeDownAnswer.Unclear),
    }
        .SelectMany(static one => CommandWords.Of(one.Key).Select(words => KeyValuePair.Create(words, one.Answer)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public override bool LeavesTheForm => true;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Exact("command.takeDownAporte", 1, new TakeDownCommand(TakeDownAnswer.Aporte)),
            new CommandPattern.Exact("command.takeDownFicha", 1, new TakeDownCommand(TakeDownAnswer.Ficha)),
            new CommandPattern.Exact("command.takeDownNo", 1, new TakeDownCommand(TakeDownAnswer.No)),
        ];

    /// <summary>A short answer while the offer is open; null if the text is something else.</summary>
    public static TakeDownCommand? Read(OfferedSentence? offered, string text)
    {
        if (offered is null || text.Length > CommandReader.LongestCommand)
            return null;
        string said = CommandVocabulary.WithoutPlease(Folding.ToWords(text));
        if (Answers.TryGetValue(said, out TakeDownAnswer answer))
            return new TakeDownCommand(answer);
        return Misspelling.Nearest(said, Answers.Keys, static (one, other) => Answers[one] == Answers[other]) is { } meant
            ? new TakeDownCommand(Answers[meant])
            : null;
    }
}

internal sealed class TakeDownHandler : ImmediateCommandHandler<TakeDownCommand>
{
    protected override Decision Follow(DialogContext context, TakeDownCommand command, OpenForm? open)
    {
        if (context.Conversation.Offered is not { } offered)
            return Interruption.Tell(context.Say(context.Words["takeDown.gone"]), open);
        DialogContext without = context.With(context.Conversation with { Offered = null });
        return command.Answer switch
        {
            TakeDownAnswer.Aporte => Interruption.Want(without, new TakeDownRequest(ProposalKind.Aporte, offered.Text), open),
            TakeDownAnswer.Ficha => Interruption.Want(without, new TakeDownRequest(ProposalKind.Ficha, offered.Text), open),
            TakeDownAnswer.Unclear => SentenceOffers.AskAgain(context, offered),
            _ => without.Say(context.Words["takeDown.dropped"]),
        };
    }
}
