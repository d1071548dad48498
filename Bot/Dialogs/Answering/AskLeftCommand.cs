using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Answering;

/// <summary>"¿Cuánto falta?"</summary>
internal sealed record AskLeftCommand : QuestionCommand, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.askLeft", new AskLeftCommand()),
            new CommandPattern.Sentence("sentence.askLeft", 36, new AskLeftCommand()) { AlsoNegated = true },
        ];
}

/// <summary>Counts what is missing in the open form, or in each waiting draft.</summary>
internal sealed class AskLeftHandler(ProposalForms forms) : ImmediateCommandHandler<AskLeftCommand>
{
    protected override Decision Follow(DialogContext context, AskLeftCommand command, OpenForm? open) =>
        open is null
            ? context.Say(OfDrafts(context))
            : context.Say(PlaceMessage.Say(open, new Notice(open.Session.At is FormPosition.Asking ? InForm(open) : AtEnd(open))));

    private string OfDrafts(DialogContext context)
    {
        string[] missing = [.. ProposalDrafts.Listed(context.State).Select(draft => WaitingDrafts.Missing(forms.Of(draft, context.Words)))];
        return missing.Length == 0
            ? $"{context.Words["asked.nothingBegun"]} {context.Words["welcome.howLong"]}"
            : $"{string.Join('\n', missing)}\n{context.Words["asked.resume"]}";
    }

    private static string InForm(OpenForm open)
    {
        Words words = open.Words;
        var asked = FormWalk.Asked(open.Form, open.Session);
        int left = asked.Count(question => !open.Session.Answers.ContainsKey(question.Id));
        int required = asked.Count(question => question.Required && !open.Session.Answers.ContainsKey(question.Id));
        return $"{words.Say(left == 1 ? "asked.left.one" : "asked.left.many", left, asked.Length)} {Required(words, required)}";
    }

    private static string Required(Words words, int required) =>
        required switch
        {
            0 => words["asked.left.optional"],
            1 => words["asked.left.required.one"],
            _ => words.Say("asked.left.required.many", required),
        };

    private static string AtEnd(OpenForm open) => open.Words["howLong.atReview"];
}
