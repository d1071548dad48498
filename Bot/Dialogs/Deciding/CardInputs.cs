using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Deciding;

/// <summary>What a card's submit means for the open form.</summary>
internal abstract record CardTaking
{
    private CardTaking() { }

    /// <param name="Context">With the card's own draft open, if the person had left that draft for another.</param>
    public sealed record Input(DialogContext Context, FormInput Value) : CardTaking;

    /// <summary>The card of a form that has moved on or ended.</summary>
    public sealed record Old(string? QuestionId) : CardTaking;

    /// <summary>No card of the bot sends this.</summary>
    public sealed record Unreadable : CardTaking;
}

/// <summary>Matches a submit to its form. The submit is not trusted: it counts only if it names a session of the same person.</summary>
internal static class CardInputs
{
    public static CardTaking Take(OpenForms forms, DialogContext context, CardSubmit submit)
    {
        if (submit.Session is null)
            return new CardTaking.Unreadable();
        if (WithItsForm(forms, context, submit) is not { } now || forms.Find(now) is not { } open)
            return new CardTaking.Old(null);
        if (Input(open, submit) is not { } input)
            return new CardTaking.Unreadable();
        return submit.Revision == open.Session.Revision || LooksAtRevision(input)
            ? new CardTaking.Input(now, input)
            : new CardTaking.Old(submit.Question);
    }

    /// <summary>Opens the card's form: the open form, or a draft that the person left for another draft.</summary>
    private static DialogContext? WithItsForm(OpenForms forms, DialogContext context, CardSubmit submit)
    {
        if (forms.Find(context)?.Session.Id == submit.Session)
            return context;
        return
            context.Conversation.ActiveForm is null or Proposing
            && context.State.Drafts.FirstOrDefault(draft =>
                draft.Session.Id == submit.Session && (draft.Session.Revision == submit.Revision || submit.Action == CardActions.Edit)
            )
                is { } draft
            ? context.With(new Proposing(draft.Id))
            : null;
    }

    /// <summary>
    /// Whether the form walk checks the revision itself, or an old card does no harm: <i>editar 3</i> on an earlier review is still wanted.
    /// </summary>
    private static bool LooksAtRevision(FormInput input) =>
        input
            is FormInput.Fill
                or FormInput.AddRow
                or FormInput.RemoveRow
                or FormInput.EditRow
                or FormInput.MoveRow
                or FormInput.Edit
                or FormInput.Help;

    private static FormInput? Input(OpenForm open, CardSubmit submit) =>
        (submit.Action, submit) switch
        {
            (CardActions.Answer, { Question: { Length: > 0 } question }) => Filled(open, submit, question),
            (CardActions.AddRow, { Question: { Length: > 0 } question }) => new FormInput.AddRow(
                submit.Revision,
                question,
                Cells(open, question, submit.Values)
            ),
            (CardActions.RemoveRow, { Number: { } number }) => new FormInput.RemoveRow(submit.Revision, number),
            (CardActions.EditRow, { Number: { } number }) => new FormInput.EditRow(submit.Revision, number),
            (CardActions.RowUp, { Number: { } number }) => new FormInput.MoveRow(submit.Revision, number, -1),
            (CardActions.RowDown, { Number: { } number }) => new FormInput.MoveRow(submit.Revision, number, 1),
            (CardActions.Yes, _) => YesOrNo(submit, bool.TrueString),
            (CardActions.No, _) => YesOrNo(submit, open.Words["answer.no"]),
            (CardActions.Edit, { Number: { } number }) => new FormInput.Edit(number),
            (CardActions.Back, _) => new FormInput.Back(),
            (CardActions.Skip, _) => SkipAll(open, submit),
            (CardActions.Help, _) => new FormInput.Help(),
            (CardActions.Done, { Question: { } question })
                when Cells(open, question, submit.Values) is var cells && !cells.All(UserText.IsBlank) => new FormInput.Done(
                new FormInput.AddRow(submit.Revision, question, cells)
            ),
            (CardActions.Done, _) => new FormInput.Done(),
            (CardActions.Send, { Question: { Length: > 0 } question }) => new FormInput.Submit(Filled(open, submit, question)),
            (CardActions.Send, _) => new FormInput.Submit(),
            (CardActions.Details, { Question: { Length: > 0 } question }) => new FormInput.Details(Filled(open, submit, question)),
            (CardActions.Details, _) => new FormInput.Details(),
            _ => null,
        };

    private static FormInput.Fill Filled(OpenForm open, CardSubmit submit, string questionId) =>
        new(submit.Revision, questionId, Filled(open, questionId, submit.Values));

    /// <summary>A yes to a question is an answer; a yes at a confirmation is typed text.</summary>
    private static FormInput YesOrNo(CardSubmit submit, string answer) =>
        submit.Question is { Length: > 0 } question
            ? new FormInput.Fill(submit.Revision, question, [KeyValuePair.Create(question, answer)])
            : new FormInput.Say(answer);

    /// <summary>
    /// Leaves out a blank answer to the second of two questions, so that the question is asked alone: blank is not <i>saltar</i>.
    /// </summary>
    private static ImmutableArray<KeyValuePair<string, string>> Filled(
        OpenForm open,
        string questionId,
        ImmutableSortedDictionary<string, string> values
    ) =>
        open switch
        {
            _ when open.Form.Find(questionId) is Question.HeadCount count =>
            [
                KeyValuePair.Create(questionId, HeadCountCard.InWords(count, values)),
            ],
            { AskedTogether: { } second } when UserText.IsBlank(values.GetValueOrDefault(second.Id, "")) => [.. values.Remove(second.Id)],
            _ when ProfileCard.Fits(open) => OfProfile(open, values),
            _ => [.. values],
        };

    /// <summary>Skips all questions of a card that asks two.</summary>
    private static FormInput SkipAll(OpenForm open, CardSubmit submit) =>
        open is { QuestionAtHand: { } first, AskedTogether: { Required: false } second } && submit.Question == first.Id
            ? new FormInput.Fill(submit.Revision, first.Id, [KeyValuePair.Create(first.Id, ""), KeyValuePair.Create(second.Id, "")])
            : new FormInput.Skip();

    /// <summary>
    /// Adds the optional questions of the card that the channel leaves out because they are blank, once all others are answered.
    /// </summary>
    private static ImmutableArray<KeyValuePair<string, string>> OfProfile(
        OpenForm open,
        ImmutableSortedDictionary<string, string> values
    ) =>
        open.Form.Questions.Any(question => question.Required && UserText.IsBlank(values.GetValueOrDefault(question.Id, "")))
            ? [.. values]
            : [.. open.Form.Questions.Select(question => KeyValuePair.Create(question.Id, values.GetValueOrDefault(question.Id, "")))];

    private static ImmutableArray<string> Cells(OpenForm open, string questionId, ImmutableSortedDictionary<string, string> values) =>
        open.Form.Find(questionId) is Question.Rows table
            ? [.. table.Columns.Select(column => values.GetValueOrDefault(column.Id, ""))]
            : [];
}
