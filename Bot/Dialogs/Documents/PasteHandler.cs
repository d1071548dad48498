using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Forms;
using AgaBot.Forms.Reading;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Documents;

/// <summary>
/// Takes a pasted ficha, or a pasted resumen of several, when no form is open or at the beginning of a form. A text is a ficha only if the
/// form's own labels stand at the start of its lines; any other text is an ordinary answer.
/// </summary>
internal sealed class PasteHandler(ProposalForms forms, PlanQuestionLabels own, DraftOpener proposals, DocumentHandler documents)
{
    /// <summary>Minimum labels of a ficha pasted as the answer for the proposal: such an answer may begin with one or two labels.</summary>
    private const int FewestLabelsInAnswer = 3;

    /// <summary>Null if the text is no ficha, or if a ficha is not accepted here.</summary>
    public Decision? Take(DialogContext context, string text, OpenForm? open)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) && text.Count(':') < FewestLabelsInAnswer)
            return null;
        return DocumentLimits.OfText(text).Run(() => Find(context, text, open), () => TooMuch(context, open));
    }

    private Decision? Find(DialogContext context, string text, OpenForm? open) =>
        context.Conversation.ActiveForm switch
        {
            null => Read(text) is { } document ? Begin(context, text, document) : null,
            Proposing walk when open is not null && ProposalDrafts.Find(context.State, walk.Draft) is { } draft => InForm(
                context,
                text,
                open,
                draft
            ),
            _ => null,
        };

    private static Decision TooMuch(DialogContext context, OpenForm? open) =>
        open is null
            ? context.Say(context.Words["text.tooMuch"])
            : context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words["text.tooMuch"])));

    /// <summary>The same for a text pasted into a card's input.</summary>
    public Decision? Take(DialogContext context, FormInput.Fill fill, OpenForm? open) =>
        fill.Values is [{ Value: var text }] && fill.Revision == open?.Session.Revision ? Take(context, text, open) : null;

    private Decision? InForm(DialogContext context, string text, OpenForm open, Draft draft)
    {
        if (open.QuestionAtHand is not { } asked)
            return null;
        bool isBeginning = open.Session.Answers.Keys.All(static id => id == FichaForm.Componente);
        bool isFirst = open.Form.Questions[0].Id == asked.Id;
        bool isProposal = asked.Id == FichaForm.Propuesta && PlainTextReader.CountLabels(text) >= FewestLabelsInAnswer;
        if (!isBeginning || !(isFirst || isProposal) || Read(text) is not { } document)
            return null;
        return document.Fichas is [var only]
            ? proposals.Fill(
                context,
                draft,
                only with
                {
                    Kind = draft.Kind,
                },
                Left(document, only, open.Form),
                Notice.None,
                PaperNotes.OfText
            )
            : Begin(context, text, document);
    }

    private Decision Begin(DialogContext context, string text, ImportedDocument document)
    {
        var wish = new ReadFileRequest(new SentFileId(context.NewId("text")));
        bool isMissing = wish.IsMissingSomething(context.State);
        if (document.Fichas is [var only] && !isMissing)
            return proposals.BeginFrom(context, only, Left(document, only, forms.Of(only.Kind)), Notice.None, PaperNotes.OfText);
        // An unfinished paste is stored as a file: the text waits for consent, or for the fichas before it.
        Decision begun = isMissing
            ? documents.Want(context, wish, document, null)
            : documents.Open(context.WithNoForm(), wish, document, Notice.None);
        return document.Fichas.Length > ImportResult.MostFichas
            ? context.Say(context.Words.Say("file.tooMany", document.Fichas.Length, ImportResult.MostFichas))
            : begun with
            {
                Keep = new KeptText(wish.File, text),
            };
    }

    /// <summary>
    /// A text with labels at the start of lines, or with the form's question numbers alone if the first answer is a component.
    /// </summary>
    private ImportedDocument? Read(string text) =>
        PlainTextReader.Read(text, own)
        ?? (PlainTextReader.ReadNumbered(text) is { Fichas: [var only] } numbered && IsComponent(only.Answers[0]) ? numbered : null);

    private bool IsComponent(PrefillAnswer answer) =>
        answer.QuestionId == FichaForm.Componente
        && AnswerReader.Read(forms.Of(ProposalKind.Ficha).Questions[0], answer.Text, DateOnly.MinValue) is ParseResult.Understood;

    /// <summary>Text that the form does not ask for; an aporte, for example, does not ask for the component.</summary>
    private static ImmutableArray<string> Left(ImportedDocument document, ImportedFicha ficha, Form form) =>
        [.. ficha.Answers.Where(answer => form.Find(answer.QuestionId) is null).Select(answer => answer.Text), .. document.NotUnderstood];
}
