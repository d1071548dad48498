using System.Collections.Immutable;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Reports.Word;

namespace AgaBot.Dialogs.Sheets;

/// <summary>
/// The paper form, blank or filled, as a Word document or as lines of text to copy. Both formats can be imported again. The form is in
/// Spanish, as the plan is.
/// </summary>
internal sealed class FichaDocuments(Plan workshop, ProposalForms forms)
{
    private static readonly ImmutableSortedDictionary<string, Answer> NoAnswers = ImmutableSortedDictionary<string, Answer>.Empty;

    private static Words Words => Words.Spanish;

    public byte[] Blank() =>
        WordSheetWriter.Write(Sheet(ProposalKind.Ficha, NoAnswers, Words["paper.blank.header"], Words["paper.footer"]));

    public byte[] Of(Proposal proposal) => WordSheetWriter.Write(Sheet(proposal.Kind, proposal.Answers, Receipt(proposal), workshop.Name));

    public string BlankInWords() => InWords(ProposalKind.Ficha, NoAnswers);

    public string InWords(Proposal proposal) => $"{Receipt(proposal)}\n{InWords(proposal.Kind, proposal.Answers)}";

    /// <summary>Names the group if there is one: "Número 482-716-4, recibida el 11 de mayo de 2016 · Mesa 1: 12 personas".</summary>
    private static string Receipt(Proposal proposal)
    {
        string receipt = Words.Say(
            "paper.receipt",
            proposal.Receipt.ToString(),
            DatePhrases.Day(Words, LimaCalendar.DayOf(proposal.SubmittedAt))
        );
        return proposal.Mesa is { } mesa
            ? Words.Say("mesa.titleOfGroup", receipt, mesa.Number, Words.Count("mesa.people", mesa.People))
            : receipt;
    }

    private WordSheet Sheet(ProposalKind kind, ImmutableSortedDictionary<string, Answer> answers, string header, string footer)
    {
        string plan = workshop.Name.ToUpper(Words.Culture);
        return new WordSheet(
            kind == ProposalKind.Ficha ? Words.Say("paper.title", plan) : "",
            kind == ProposalKind.Aporte ? Words.Say("paper.aporte", workshop.Name) : "",
            $"{workshop.Place} · {header}",
            footer,
            [.. forms.Of(kind).Questions.Select(question => Row(question, answers.GetValueOrDefault(question.Id)))]
        );
    }

    private WordRow Row(Question question, Answer? answer) =>
        question is Question.Rows table
            ? new WordRow.Table(
                Label(table.Id),
                "",
                [.. table.Columns.Select((column, index) => index == 0 ? Label(table.Id) : Words[$"ficha.{column.Id}.name"])],
                [.. ((answer as Answer.Rows)?.Items ?? []).Select(row => row.Cells.Select(cell => cell.Words).ToImmutableArray())]
            )
            : new WordRow.Words(Label(question.Id), Note(question, answer), Said(question, answer));

    private string InWords(ProposalKind kind, ImmutableSortedDictionary<string, Answer> answers) =>
        string.Join(
            '\n',
            [
                kind == ProposalKind.Ficha
                    ? Words.Say("paper.title", workshop.Name.ToUpper(Words.Culture))
                    : Words.Say("paper.aporte", workshop.Name),
                .. forms.Of(kind).Questions.Select(question => InLines(question, answers.GetValueOrDefault(question.Id))),
            ]
        );

    private string InLines(Question question, Answer? answer) =>
        question is Question.Rows
            ? string.Join(
                '\n',
                [$"{Label(question.Id)} {Words["paper.acciones.lines"]}:", .. ((answer as Answer.Rows)?.Items ?? []).Select(InLine)]
            )
            : $"{Label(question.Id)}: {Said(question, answer)}".TrimEnd();

    /// <summary><c>acción; inicio; fin</c>, the format in which it is typed.</summary>
    private static string InLine(Row row) =>
        "- " + string.Join("; ", row.Cells.Select(static cell => UserText.OnOneLine(cell.Words))).TrimEnd(' ', ';');

    private string Label(string id) => workshop.FindQuestion(id)?.Spanish.Name ?? Words[$"paper.{id}"];

    /// <summary>The note below a label; lists the options of a choice that is not answered.</summary>
    private static string Note(Question question, Answer? answer)
    {
        if (question is not Question.Choice choice)
            return question.Id is FichaForm.Problema or FichaForm.Objetivo ? Words[$"paper.{question.Id}.note"] : "";
        if (answer is not null)
            return "";
        string options = string.Join("; ", choice.Options.Select(static option => option.Label));
        return $"({options})";
    }

    /// <summary>The answer in the person's own words; empty if there is none.</summary>
    private static string Said(Question question, Answer? answer) =>
        answer is Answer.Choice choice ? AnswerPhrases.Label(question, choice.OptionId) : AnswerPhrases.Input(Words, answer);
}
