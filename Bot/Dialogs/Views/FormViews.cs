using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AgaBot.Dialogs.Views;

/// <summary>Template <c>consent</c>: what is kept and why, with yes and no.</summary>
public sealed record ConsentView() : CardView("consent"), IFormCard
{
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Notice { get; init; }
    public required CardOrigin Origin { get; init; }
    public required string YesLabel { get; init; }
    public required string NoLabel { get; init; }

    /// <summary>Shows the whole notice; empty where there is none.</summary>
    public string MoreLabel { get; init; } = "";

    /// <summary>The whole notice, a paragraph each.</summary>
    public ImmutableArray<string> More { get; init; } = [];
}

/// <summary>Template <c>profile</c>: the questions about the person on one card.</summary>
public sealed record ProfileView() : CardView("profile"), IFormCard
{
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Notice { get; init; }
    public required CardOrigin Origin { get; init; }
    public required FieldView Name { get; init; }
    public required FieldView Organisation { get; init; }
    public required FieldView OrganisationType { get; init; }
    public required FieldView Gender { get; init; }
    public required string SendLabel { get; init; }
}

/// <summary>
/// Templates <c>question-choice</c>, <c>question-text</c>, <c>question-list</c>, <c>question-date</c>, <c>question-plandate</c>,
/// <c>question-number</c>, <c>question-yesno</c>: one question of a form.
/// </summary>
public sealed record QuestionView(string Kind) : CardView("question-" + Kind), IFormCard
{
    /// <summary>The form's name, e.g. "Ficha de propuesta de compromiso".</summary>
    public required string Title { get; init; }

    /// <summary>"3 de 8"; empty where the form has one question.</summary>
    public required string Progress { get; init; }

    public required FieldView Field { get; init; }

    /// <summary>What came of the last input (understood, refused ...); may be empty.</summary>
    public required string Notice { get; init; }

    /// <summary>Whether <see cref="Notice"/> is about something to correct: shown with a sign as well as a colour.</summary>
    public required bool NoticeIsProblem { get; init; }

    /// <summary>What is pointed out, with ways to do about it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }
    public required NavigationView Navigation { get; init; }

    /// <summary>For <c>question-choice</c>: what shows what each option covers; empty where none says.</summary>
    public string CoversLabel { get; init; } = "";

    /// <summary>Whether it is shown from the beginning.</summary>
    public bool CoversShown { get; init; }

    /// <summary>For <c>question-yesno</c>; empty elsewhere.</summary>
    public string YesLabel { get; init; } = "";

    public string NoLabel { get; init; } = "";
}

/// <summary>Template <c>question-pair</c>: two questions of a form that belong together, each a text of several lines.</summary>
public sealed record PairView() : CardView("question-pair"), IFormCard
{
    public required string Title { get; init; }

    /// <summary>"3 y 4 de 8".</summary>
    public required string Progress { get; init; }

    public required ImmutableArray<FieldView> Fields { get; init; }
    public required string Notice { get; init; }
    public required bool NoticeIsProblem { get; init; }

    /// <summary>What is pointed out, with ways to do about it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }
    public required NavigationView Navigation { get; init; }
}

/// <summary>Template <c>question-rows</c>: the table so far, with a small form for one more row.</summary>
public sealed record RowsView() : CardView("question-rows"), IFormCard
{
    public required string Title { get; init; }
    public required string Progress { get; init; }
    public required string Label { get; init; }
    public required string Hint { get; init; }
    public required string Notice { get; init; }
    public required bool NoticeIsProblem { get; init; }

    /// <summary>What is pointed out, with ways to do about it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }

    /// <summary>The headings of the columns.</summary>
    public required ImmutableArray<string> Headings { get; init; }

    public required ImmutableArray<RowView> Rows { get; init; }

    /// <summary>One input a column.</summary>
    public required ImmutableArray<FieldView> Fields { get; init; }

    public required string AddLabel { get; init; }
    public required string DoneLabel { get; init; }
    public required NavigationView Navigation { get; init; }
}

/// <param name="Number">From 1.</param>
public sealed record RowView(int Number, string First, string Second, string Third, string EditLabel, string RemoveLabel);

/// <summary>Template <c>question-row</c>: one row of a table, to be changed, moved or taken out.</summary>
public sealed record OneRowView() : CardView("question-row"), IFormCard
{
    public required string Title { get; init; }
    public required string Label { get; init; }
    public required string Notice { get; init; }
    public required bool NoticeIsProblem { get; init; }

    /// <summary>What is pointed out, with ways to do about it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>One input a column, with what is there.</summary>
    public required ImmutableArray<FieldView> Fields { get; init; }

    public required string SaveLabel { get; init; }

    /// <summary>Empty for the first row; <see cref="DownLabel"/> for the last.</summary>
    public required string UpLabel { get; init; }

    public required string DownLabel { get; init; }
    public required string RemoveLabel { get; init; }
    public required string KeepLabel { get; init; }
}

/// <summary>Template <c>question-headcount</c>: how many women and men there are of each option.</summary>
public sealed record HeadCountView() : CardView("question-headcount"), IFormCard
{
    public required string Title { get; init; }
    public required string Label { get; init; }
    public required string Hint { get; init; }
    public required string Notice { get; init; }
    public required bool NoticeIsProblem { get; init; }
    public required CardOrigin Origin { get; init; }

    /// <summary>How many one input takes.</summary>
    public required int Most { get; init; }

    public required string ErrorMessage { get; init; }
    public required ImmutableArray<HeadCountLine> Groups { get; init; }
    public required NavigationView Navigation { get; init; }
}

/// <param name="WomenId">An input's id, as <see cref="FieldView.InputId"/>.</param>
public sealed record HeadCountLine(string WomenId, string WomenLabel, int Women, string MenId, string MenLabel, int Men);

/// <summary>Template <c>review</c>: every answer with a way to change it, and <i>enviar</i>.</summary>
public sealed record ReviewView() : CardView("review"), IFormCard
{
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Notice { get; init; }

    /// <summary>What is pointed out, with ways to do about it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }
    public required ImmutableArray<ReviewLine> Lines { get; init; }
    public required string SendLabel { get; init; }
    public required string CancelLabel { get; init; }
    public required string CancelCommand { get; init; }

    /// <summary>The offers as the reply's words end with them, where a template has its buttons.</summary>
    [JsonIgnore]
    public string PointedOut { get; init; } = "";

    /// <summary>Suggestions and like proposals are there at the review of a proposal, and only where there are any.</summary>
    public string AdviceTitle { get; init; } = "";

    public ImmutableArray<AdviceLine> Advice { get; init; } = [];
    public string SimilarTitle { get; init; } = "";
    public ImmutableArray<SimilarLine> Similar { get; init; } = [];

    /// <summary>Empty where there is nothing that an evaluator would read.</summary>
    public string PreviewLabel { get; init; } = "";

    public string PreviewCommand { get; init; } = "";
}

/// <param name="Number">Of the question whose answer would carry it, for <i>editar N</i>.</param>
public sealed record AdviceLine(int Number, string Text, string EditLabel, string IgnoreLabel, string IgnoreCommand);

/// <param name="SupportLabel">Empty where it cannot be supported, as one's own.</param>
public sealed record SimilarLine(string Name, string Words, string SupportLabel, string SupportCommand, string AddLabel, string AddCommand);

/// <param name="Number">For <i>editar N</i>.</param>
/// <param name="Answer">As the person gave it, or the words for "not answered".</param>
public sealed record ReviewLine(int Number, string Label, string Answer, string EditLabel);

/// <summary>Template <c>confirm</c>: a yes or a no to cancelling or restarting.</summary>
public sealed record ConfirmView() : CardView("confirm"), IFormCard
{
    public required string Text { get; init; }
    public required CardOrigin Origin { get; init; }
    public required string YesLabel { get; init; }
    public required string NoLabel { get; init; }
}

/// <summary>Template <c>answered</c>: what a card asked and what was said to it; it takes that card's place.</summary>
public sealed record AnsweredView() : CardView("answered")
{
    public required string Title { get; init; }
    public required CardOrigin Origin { get; init; }

    /// <summary>One a question that the card asked.</summary>
    public required ImmutableArray<AnsweredLine> Lines { get; init; }

    /// <summary>Empty where the answer cannot be changed.</summary>
    public required string EditLabel { get; init; }

    /// <summary>For <i>editar N</i>.</summary>
    public required int Number { get; init; }
}

/// <param name="Label">What was asked.</param>
/// <param name="Answer">As the person gave it, or the words for "not answered".</param>
public sealed record AnsweredLine(string Label, string Answer);
