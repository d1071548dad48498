using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Documents;

/// <summary>Lists the fichas found in a resumen: how much of each was read, and a button that opens it.</summary>
internal sealed class DocumentLists(ProposalForms forms)
{
    /// <summary>How much of a document was received: "8 de 8 respuestas", or the number of fichas.</summary>
    public string Received(DialogContext context, ImportedDocument document)
    {
        if (document.Fichas is not [var only])
            return context.Words.Say("document.received", Found(context.Words, document));
        Form form = forms.Of(only.Kind);
        PrefillResult filled = FormWalk.Prefill(form, FormSession.Start("received", form), only.Answers, only.LeftOpen, context.Turn.Today);
        return context.Words.Say("file.received", filled.Taken.Length, form.Questions.Length);
    }

    public ImmutableArray<Reply> Say(Words words, ImportedDocument document, DocumentInHand hand, Notice notice)
    {
        bool isFirst = hand.Draft is null;
        string title = isFirst ? words.Say("document.title", Found(words, document)) : words.Count("document.left", hand.Left.Length);
        string intro = words["document.intro"];
        ImmutableArray<ProposalLine> lines = [.. hand.Left.Select(number => Line(words, document.Fichas[number - 1], number))];
        string next = CommandWords.Name(words, "command.nextOfDocument");
        string text = notice.Above(
            string.Join(
                '\n',
                (string[])
                    [
                        title,
                        .. lines.Select(line => words.Say("document.line", line.Name, line.State, line.Words)),
                        intro,
                        words.Say("document.howToGoOn", next),
                    ]
            )
        );
        var list = new Reply(
            text,
            new ProposalsView
            {
                FallbackText = text,
                Speak = title,
                Lang = words.Language,
                Title = $"{title} {intro}",
                Lines =
                [
                    .. lines.Select(line => line with { Name = PlainInCards.Escape(line.Name), Words = PlainInCards.Escape(line.Words) }),
                ],
                MoreLabel = words["button.nextOfDocument"],
                MoreCommand = next,
            }
        );
        return isFirst && PaperNotes.LeftOut(words, document) is { } leftOut ? [leftOut, list] : [list];
    }

    /// <summary>"7 fichas y 3 aportes", or only one of the two.</summary>
    private static string Found(Words words, ImportedDocument document) =>
        (document.Count(ProposalKind.Ficha), document.Count(ProposalKind.Aporte)) switch
        {
            (var fichas, 0) => words.Count("document.fichas", fichas),
            (0, var aportes) => words.Count("document.aportes", aportes),
            var (fichas, aportes) => words.Say(
                "document.both",
                words.Count("document.fichas", fichas),
                words.Count("document.aportes", aportes)
            ),
        };

    private ProposalLine Line(Words words, ImportedFicha ficha, int number)
    {
        Form form = forms.Of(ficha.Kind);
        int answered = ficha.Answers.Count(answer => form.Find(answer.QuestionId) is not null);
        string named = ficha.Answers.FirstOrDefault(answer => answer.QuestionId == FichaForm.Propuesta)?.Text ?? "";
        return new ProposalLine(
            words.Say("document.name", number, words[ficha.Kind == ProposalKind.Ficha ? "document.ficha" : "document.aporte"]),
            words.Say("document.state", answered, form.Questions.Length),
            named.Length == 0 ? words["proposals.noWords"] : Excerpt.Quote(UserText.WithoutBullet(named)),
            words["button.review"],
            $"{CommandWords.Name(words, "command.document")} {number.ToString(words.Culture)}"
        );
    }
}
