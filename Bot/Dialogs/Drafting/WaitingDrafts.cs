using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Drafting;

/// <summary>
/// Shows a person their unfinished drafts and what is missing in each, with <i>seguir</i>, <i>ver lo respondido</i> and <i>descartar</i>.
/// </summary>
internal sealed class WaitingDrafts(ProposalForms forms)
{
    /// <summary>Whether this is the first input of the day from a person who has unfinished drafts.</summary>
    public static bool ComesBack(DialogContext before) =>
        (before.Conversation.HeardOn, ProposalDrafts.Listed(before.State)) switch
        {
            (_, []) => false,
            ({ } day, _) => day < before.Turn.Today,
            (null, var drafts) => drafts.All(draft => LimaCalendar.DayOf(draft.ChangedAt) < before.Turn.Today),
        };

    /// <summary>
    /// Lists the unfinished drafts for a person who greets or comes back; null if an open form should answer, or if there are none.
    /// </summary>
    public Decision? Meet(DialogContext context, OpenForm? open) =>
        (open is null || (context.ComesBack && context.Conversation.ActiveForm is Proposing))
        && !ProposalDrafts.Listed(context.State).IsEmpty
            ? List(context, context.Words[context.ComesBack ? "return.hello" : "return.greeting"])
            : null;

    /// <summary>Closes an open draft first: what the person says next does not answer a question asked on another day.</summary>
    public Decision List(DialogContext context, string greeting)
    {
        DialogContext aside = context.Conversation.ActiveForm is Proposing ? context.WithNoForm() : context;
        return aside.Say(Say(aside, greeting));
    }

    /// <summary>The drafts, each with its commands. There is at least one draft.</summary>
    private Reply Say(DialogContext context, string greeting)
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

    /// <summary>"A su ficha «Población preparada» le faltan 3 de 8 preguntas."</summary>
    public static string Missing(OpenForm open)
    {
        Words words = open.Words;
        string name = open.FullName;
        int of = FormWalk.Asked(open.Form, open.Session).Length;
        int missing = Unanswered(open);
        return open.Session.At is FormPosition.Review || missing == 0
            ? words.Say("return.ready", name, of - missing, of)
            : words.Say(missing == 1 ? "return.missing.one" : "return.missing.many", name, missing, of);
    }

    private static int Unanswered(OpenForm open) =>
        FormWalk.Asked(open.Form, open.Session).Count(question => !open.Session.Answers.ContainsKey(question.Id));

    private DraftLine Line(Words words, Draft draft, int? number)
    {
        string missing = Missing(forms.Of(draft, words));
        string text = number is null ? missing : words.Say("list.numbered", number, missing);
        return new DraftLine(text, [Button("goOn"), Button("showAnswers"), Button("discard")]);

        CommandButton Button(string what) => new(words[$"button.{what}"], CommandWords.Name(words, $"command.{what}", number));
    }
}
