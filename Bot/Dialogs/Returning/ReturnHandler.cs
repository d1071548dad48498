using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Returning;

/// <summary>
/// Meets a person who left something unfinished: says which drafts wait and what is missing in each, with <i>seguir</i>, <i>ver lo respondido</i>
/// and <i>descartar</i>.
/// </summary>
internal sealed class ReturnHandler(DialogForms forms)
{
    /// <summary>Whether this is the first thing on a day after something was left unfinished.</summary>
    public static bool ComesBack(DialogContext before) =>
        (before.Conversation.HeardOn, ProposalDrafts.Listed(before.State)) switch
        {
            (_, []) => false,
            ({ } day, _) => day < before.Turn.Today,
            (null, var drafts) => drafts.All(draft => LimaCalendar.DayOf(draft.ChangedAt) < before.Turn.Today),
        };

    /// <summary>The drafts, each with its ways on. There is at least one.</summary>
    public Reply Say(DialogContext context, string greeting)
    {
        Words words = context.Words;
        ImmutableArray<Draft> drafts = ProposalDrafts.Listed(context.State);
        bool one = drafts.Length == 1;
        ImmutableArray<DraftLine> lines = [.. drafts.Select((draft, index) => Line(words, draft, one ? null : index + 1))];
        string title = one ? greeting : $"{greeting} {words.Say("return.several", drafts.Length)}".TrimStart();
        string hint = words[one ? "return.ways" : "return.waysOfMany"];
        string text = string.Join(
            '\n',
            (string[])[.. title.Length > 0 ? [title] : Array.Empty<string>(), .. lines.Select(static line => line.Text), "", hint]
        );
        return new Reply(
            text,
            new DraftsView
            {
                FallbackText = text,
                Speak = one ? $"{greeting} {lines[0].Text}".TrimStart() : title,
                Lang = words.Language,
                Title = title,
                Lines = [.. lines.Select(line => line with { Text = PlainInCards.Escape(line.Text) })],
                Buttons = CommandButtons.Of(words, "propose", "help"),
            }
        );
    }

    /// <summary>
    /// Tells a person who comes back with something else that a draft waits; and where they answered at once what was asked days ago, what their
    /// words were taken for.
    /// </summary>
    public Decision Remind(DialogContext context, Decision decision)
    {
        Words words = context.Words;
        if (decision.Replies.Any(reply => reply.Card is DraftsView or ProposalsView))
            return decision;
        if (decision.State.Conversation.ActiveForm is null)
        {
            // An answer to a consultation names the drafts itself.
            return decision.Replies.IsEmpty || !decision.ConsultationChanges.IsEmpty || ProposalDrafts.Listed(decision.State).IsEmpty
                ? decision
                : decision with
                {
                    Replies = decision.Replies.Add(new Reply(words["drafts.waiting"])),
                };
        }

        return context.Turn.Input is UserInput.Typed && AnsweredAtOnce(context, decision) is { } answered
            ? decision with
            {
                Replies = decision.Replies.Insert(0, new Reply($"{words["return.hello"]} {words.Say("return.answered", answered)}")),
            }
            : decision;
    }

    /// <summary>What was asked, where words that were typed have become its answer; null elsewhere.</summary>
    private string? AnsweredAtOnce(DialogContext context, Decision decision) =>
        context.Conversation.ActiveForm is ActiveForm.Proposing
        && forms.Open(context.State, context.Words) is { QuestionAtHand: { } question } open
        && ProposalDrafts.Find(decision.State, ((ActiveForm.Proposing)context.Conversation.ActiveForm).Draft) is { } after
        && after.Session.Answers.GetValueOrDefault(question.Id) is { } answer
        && answer != open.Session.Answers.GetValueOrDefault(question.Id)
            ? open.Asks(question)
            : null;

    /// <summary>"A su ficha «Población preparada» le faltan 3 de 8 preguntas."</summary>
    public string Missing(Words words, Draft draft)
    {
        OpenForm open = forms.Of(draft, words);
        string name = open.FullName;
        int of = FormWalk.Asked(open.Form, draft.Session).Length;
        int missing = Unanswered(open);
        return draft.Session.At is FormPosition.Review || missing == 0
            ? words.Say("return.ready", name, of - missing, of)
            : words.Say(missing == 1 ? "return.missing.one" : "return.missing.many", name, missing, of);
    }

    private static int Unanswered(OpenForm open) =>
        FormWalk.Asked(open.Form, open.Session).Count(question => !open.Session.Answers.ContainsKey(question.Id));

    private DraftLine Line(Words words, Draft draft, int? number)
    {
        string missing = Missing(words, draft);
        string text = number is null ? missing : words.Say("list.numbered", number, missing);
        return new DraftLine(text, [Button("goOn"), Button("showAnswers"), Button("discard")]);

        CommandButton Button(string what) => new(words[$"button.{what}"], CommandVocabulary.Name(words, $"command.{what}", number));
    }
}
