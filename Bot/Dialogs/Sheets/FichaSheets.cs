using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Sheets;

/// <summary>All proposals that one person sent, for printing.</summary>
internal sealed class FichaSheets(Plan plan, ProposalForms forms, OpenForms open, IPlanRecords records)
{
    private const int PageSize = 50;

    /// <summary>Maximum proposals on a print-out: the newest ones.</summary>
    private const int MaxSheets = 200;

    /// <returns>Newest first; those of <paramref name="author"/> and of nobody else.</returns>
    public async ValueTask<ImmutableArray<FichaSheet>> OfAsync(ParticipantId author, Words words, CancellationToken cancellationToken)
    {
        ImmutableArray<FichaSheet>.Builder sheets = ImmutableArray.CreateBuilder<FichaSheet>();
        ProposalCursor? after = null;
        do
        {
            ProposalPage page = await records.ByAuthorAsync(author, PageSize, after, cancellationToken);
            sheets.AddRange(page.Proposals.Select(proposal => Sheet(words, proposal)));
            after = page.Next;
        } while (after is not null && sheets.Count < MaxSheets);
        return sheets.ToImmutable();
    }

    /// <summary>A draft in its current state, with the day of the last change.</summary>
    public FichaSheet Sheet(Draft draft, Words words) =>
        Sheet(words, draft.Kind, draft.Mesa, words["proposals.draft"], draft.ChangedAt, draft.Session.Answers);

    /// <summary>A discarded draft or form, with the day on which it was discarded.</summary>
    public FichaSheet Sheet(UndoState thrown, Words words) =>
        thrown switch
        {
            UndoState.Proposal { Draft: var draft } => Sheet(draft, words) with
            {
                Receipt = words[draft.Kind == ProposalKind.Ficha ? "ownData.discarded.ficha" : "ownData.discarded.aporte"],
                Sent = DatePhrases.Day(words, thrown.On),
            },
            UndoState.Form { ActiveForm: var form } => Sheet(
                open.Open(form, words),
                words["ownData.discarded.form"],
                DatePhrases.Day(words, thrown.On)
            ),
            _ => throw new UnreachableException(),
        };

    private static FichaSheet Sheet(OpenForm open, string state, string day) =>
        new(
            open.Title,
            state,
            day,
            [
                .. FormWalk
                    .Asked(open.Form, open.Session)
                    .Select(
                        (question, index) =>
                            new SheetLine(
                                index + 1,
                                open.Text(question.Id, "name"),
                                AnswerPhrases.Say(open.Words, question, open.Session.Answers.GetValueOrDefault(question.Id)),
                                null
                            )
                    ),
            ]
        );

    private FichaSheet Sheet(Words words, Proposal proposal) =>
        Sheet(words, proposal.Kind, proposal.Mesa, proposal.Receipt.ToString(), proposal.SubmittedAt, proposal.Answers);

    private FichaSheet Sheet(
        Words words,
        ProposalKind kind,
        MesaRef? mesa,
        string receipt,
        DateTimeOffset at,
        ImmutableSortedDictionary<string, Answer> answers
    ) =>
        new(
            Title(words, words[kind == ProposalKind.Ficha ? "ficha.title" : "aporte.title"], mesa),
            receipt,
            DatePhrases.Day(words, LimaCalendar.DayOf(at)),
            [
                .. forms
                    .Of(kind)
                    .Questions.Select((question, index) => Line(words, question, index + 1, answers.GetValueOrDefault(question.Id))),
            ]
        );

    private static string Title(Words words, string title, MesaRef? mesa) =>
        mesa is null ? title : words.Say("mesa.titleOfGroup", title, mesa.Number, words.Count("mesa.people", mesa.People));

    private SheetLine Line(Words words, Question question, int number, Answer? answer) =>
        new(
            number,
            Name(words, question.Id),
            AnswerPhrases.Say(words, question, answer),
            (question, answer) is (Question.Rows table, Answer.Rows { Items: not [] } rows) ? Table(words, table, rows) : null
        );

    private SheetTable Table(Words words, Question.Rows table, Answer.Rows rows) =>
        new(
            [.. table.Columns.Select(column => Name(words, column.Id))],
            [.. rows.Items.Select(row => row.Cells.Select(cell => cell.Words).ToImmutableArray())]
        );

    /// <summary>A ficha and an aporte share their questions and texts; the plan's own questions have their texts in the plan.</summary>
    private string Name(Words words, string id) => plan.FindQuestion(id)?.In(words.Language).Name ?? words[$"ficha.{id}.name"];
}
