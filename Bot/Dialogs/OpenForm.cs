using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs;

/// <summary>A form with a session, in the words of one language.</summary>
/// <param name="Title">The form's name, e.g. "Ficha de propuesta de compromiso".</param>
/// <param name="Name">The form's name in a sentence, e.g. "su ficha".</param>
/// <param name="Texts">Key prefix of the questions' texts; forms with the same questions share it.</param>
internal sealed record OpenForm(Form Form, FormSession Session, Words Words, string Texts, string Title, string Name)
{
    /// <summary>The text of the form's one question if it is data, as in a consultation.</summary>
    public string? AskedAs { get; init; }

    /// <summary>The organisation responsible for the data that a consent is about; empty in other forms.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>How to type the whole form in one message, said with its first question; empty if it cannot be.</summary>
    public string AllInOneHint { get; init; } = "";

    /// <summary>The label for yes in a question that only a yes goes on from; <see cref="NoLabel"/> is the label for no.</summary>
    public string YesLabel { get; init; } = Words["consent.yes"];

    public string NoLabel { get; init; } = Words["consent.no"];

    /// <summary>How to answer the form's one question, instead of the hint of its kind; empty in other forms.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The component whose real fichas serve as examples; null if none is known.</summary>
    public Component? Component { get; init; }

    /// <summary>The privacy notice of a consent, one entry for each paragraph; empty in other forms.</summary>
    public ImmutableArray<string> PrivacyNotice { get; init; } = [];

    /// <summary>The component that an aporte was begun for; null otherwise.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>
    /// "Su ficha «Población preparada»": distinguishes the author's proposals; without the quotation if the form has no words yet.
    /// </summary>
    public string FullName => FirstWords.Of(Session) is { Length: > 0 } first ? Words.Say("return.named", Name, first) : Name;

    public Question? QuestionAtHand => Session.At is FormPosition.Asking at ? Form.Find(at.QuestionId) : null;

    /// <summary>The row of the table at hand that is being changed, with its number; null if there is none.</summary>
    public (Row Row, int Number)? RowAtHand =>
        Session.At is FormPosition.Asking { Row: { } at } asking
        && Session.Answer<Answer.Rows>(asking.QuestionId) is { } rows
        && at.Number <= rows.Items.Length
            ? (rows.Items[at.Number - 1], at.Number)
            : null;

    /// <summary>The question that a card asks together with the one at hand while both are open; null if the card asks only one.</summary>
    public Question? AskedTogether
    {
        get
        {
            if (
                Session.At is not FormPosition.Asking { ThenReview: false }
                || QuestionAtHand is not { WithNext: true } first
                || Session.Answers.ContainsKey(first.Id)
            )
                return null;
            ImmutableArray<Question> asked = FormWalk.Asked(Form, Session);
            return asked.ElementAtOrDefault(NumberOf(first.Id)) is { } second && !Session.Answers.ContainsKey(second.Id) ? second : null;
        }
    }

    /// <summary>Whether the form can be sent with the answer to this question, before any detail.</summary>
    public bool SendsAfter(Question question) =>
        Form.DetailsOnRequest
        && question is Question.Text { Required: true }
        && FormWalk.Asked(Form, Session).All(other => other == question || !Session.Answers.ContainsKey(other.Id))
        && FormWalk.Asked(Form, Session).Count(static other => other.Required) == 1;

    public OpenForm With(FormSession session) => this with { Session = session };

    /// <summary>The plan, if it adds questions to the form.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Key prefix of the texts in which a form differs from <see cref="Texts"/>; empty if it differs in none.</summary>
    public string OwnTexts { get; init; } = "";

    public string Asks(Question question) => AskedAs ?? Own(question.Id)?.Ask ?? Words.Say(Key(question.Id, "ask"), Responsible);

    /// <summary>A text of a question or a column: its <c>name</c>, <c>help</c>, <c>example</c> ...</summary>
    public string Text(string id, string part) =>
        (Own(id), part) switch
        {
            ({ } own, "name") => own.Name,
            ({ } own, "help") => own.Help,
            ({ } own, "example") => own.Example,
            _ => Words[Key(id, part)],
        };

    private string Key(string id, string part) =>
        OwnTexts.Length > 0 && Words.Find($"{OwnTexts}.{id}.{part}") is not null ? $"{OwnTexts}.{id}.{part}" : $"{Texts}.{id}.{part}";

    private PlanQuestionTexts? Own(string id) => Plan?.FindQuestion(id)?.In(Words.Language);

    /// <summary>"3 de 8"; empty if the form has one question.</summary>
    public string Progress =>
        FormWalk.Progress(Form, Session) is { Of: > 1 } progress ? Words.Say("form.progress", progress.Number, progress.Of) : "";

    /// <summary>Number of rows of the table at hand, or of the form's only table; 0 if there is none.</summary>
    public int RowCount => FormWalk.RowCount(Form, Session);

    public bool HasRow(int number) => number >= 1 && number <= RowCount;

    /// <summary>Whether <i>editar N</i> finds a question; never in a form of one question.</summary>
    public bool HasQuestion(int number) => FormWalk.Asked(Form, Session).Length is > 1 and var asked && number >= 1 && number <= asked;

    /// <summary>The number by which <i>editar N</i> finds a question; 0 if the question is not asked.</summary>
    public int NumberOf(string questionId)
    {
        int number = 0;
        foreach (Question asked in FormWalk.Asked(Form, Session))
        {
            number++;
            if (asked.Id == questionId)
                return number;
        }
        return 0;
    }
}
