using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>Template <c>consent</c>: which data is stored and why, with yes and no.</summary>
public sealed record ConsentView() : CardView("consent"), IFormCard
{
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Notice { get; init; }
    public required CardOrigin Origin { get; init; }
    public required string YesLabel { get; init; }
    public required string NoLabel { get; init; }

    /// <summary>The button that shows the whole notice; empty if there is none.</summary>
    public string MoreLabel { get; init; } = "";

    /// <summary>The whole notice, one entry for each paragraph.</summary>
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

    /// <summary>"3 de 8"; empty if the form has one question.</summary>
    public required string Progress { get; init; }

    public required FieldView Field { get; init; }

    /// <summary>The result of the last input (understood, refused ...); may be empty.</summary>
    public required string Notice { get; init; }

    /// <summary>Whether <see cref="Notice"/> asks for a correction: marked with a sign as well as a colour.</summary>
    public required bool NoticeIsProblem { get; init; }

    /// <summary>What is pointed out, with ways to act on it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }
    public required NavigationView Navigation { get; init; }

    /// <summary>For <c>question-choice</c>: the button that shows what each option covers; empty if no option has an explanation.</summary>
    public string CoversLabel { get; init; } = "";

    /// <summary>Whether the explanation is shown from the beginning.</summary>
    public bool CoversShown { get; init; }

    /// <summary>For <c>question-yesno</c>; empty otherwise.</summary>
    public string YesLabel { get; init; } = "";

    public string NoLabel { get; init; } = "";
}

/// <summary>Template <c>question-pair</c>: two related questions of a form, each a text of several lines.</summary>
public sealed record PairView() : CardView("question-pair"), IFormCard
{
    public required string Title { get; init; }

    /// <summary>"3 y 4 de 8".</summary>
    public required string Progress { get; init; }

    public required ImmutableArray<FieldView> Fields { get; init; }
    public required string Notice { get; init; }
    public required bool NoticeIsProblem { get; init; }

    /// <summary>What is pointed out, with ways to act on it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }
    public required NavigationView Navigation { get; init; }
}

/// <summary>Template <c>question-rows</c>: the rows so far, with inputs for one more row.</summary>
public sealed record RowsView() : CardView("question-rows"), IFormCard
{
    public required string Title { get; init; }
    public required string Progress { get; init; }
    public required string Label { get; init; }
    public required string Hint { get; init; }
    public required string Notice { get; init; }
    public required bool NoticeIsProblem { get; init; }

    /// <summary>What is pointed out, with ways to act on it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }

    /// <summary>The headings of the columns.</summary>
    public required ImmutableArray<string> Headings { get; init; }

    public required ImmutableArray<RowView> Rows { get; init; }

    /// <summary>One input for each column.</summary>
    public required ImmutableArray<FieldView> Fields { get; init; }

    public required string AddLabel { get; init; }
    public required string DoneLabel { get; init; }
    public required NavigationView Navigation { get; init; }
}

/// <param name="Number">From 1.</param>
public sealed record RowView(int Number, string First, string Second, string Third, string EditLabel, string RemoveLabel);

/// <summary>Template <c>question-row</c>: one row of a table, to be changed, moved or removed.</summary>
public sealed record OneRowView() : CardView("question-row"), IFormCard
{
    public required string Title { get; init; }
    public required string Label { get; init; }
    public required string Notice { get; init; }
    public required bool NoticeIsProblem { get; init; }

    /// <summary>What is pointed out, with ways to act on it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>One input for each column, with its current value.</summary>
    public required ImmutableArray<FieldView> Fields { get; init; }

    public required string SaveLabel { get; init; }

    /// <summary>Empty for the first row; <see cref="DownLabel"/> for the last.</summary>
    public required string UpLabel { get; init; }

    public required string DownLabel { get; init; }
    public required string RemoveLabel { get; init; }
    public required string KeepLabel { get; init; }
}

/// <summary>Template <c>question-headcount</c>: the number of women and men for each option.</summary>
public sealed record HeadCountView() : CardView("question-headcount"), IFormCard
{
    public required string Title { get; init; }
    public required string Label { get; init; }
    public required string Hint { get; init; }
    public required string Notice { get; init; }
    public required bool NoticeIsProblem { get; init; }
    public required CardOrigin Origin { get; init; }

    /// <summary>The largest number that an input takes.</summary>
    public required int Most { get; init; }

    public required string ErrorMessage { get; init; }
    public required ImmutableArray<HeadCountLine> Groups { get; init; }
    public required NavigationView Navigation { get; init; }
}

/// <param name="WomenId">An input's id; see <see cref="FieldView.InputId"/>.</param>
public sealed record HeadCountLine(string WomenId, string WomenLabel, int Women, string MenId, string MenLabel, int Men);

/// <summary>Template <c>review</c>: every answer with a way to change it, and <i>enviar</i>.</summary>
public sealed record ReviewView() : CardView("review"), IFormCard
{
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Notice { get; init; }

    /// <summary>What is pointed out, with ways to act on it.</summary>
    public required ImmutableArray<OfferView> Offers { get; init; }

    public required CardOrigin Origin { get; init; }
    public required ImmutableArray<ReviewLine> Lines { get; init; }
    public required string SendLabel { get; init; }

    /// <summary>Empty if no detail can be added.</summary>
    public required string DetailsLabel { get; init; }

    public required string CancelLabel { get; init; }
    public required string CancelCommand { get; init; }

    /// <summary>Suggestions and similar proposals appear only at the review of a proposal, and only if there are any.</summary>
    public string AdviceTitle { get; init; } = "";

    public ImmutableArray<AdviceLine> Advice { get; init; } = [];
    public string SimilarTitle { get; init; } = "";
    public ImmutableArray<SimilarLine> Similar { get; init; } = [];

    /// <summary>Empty if the proposal has nothing that an evaluator would read.</summary>
    public string PreviewLabel { get; init; } = "";

    public string PreviewCommand { get; init; } = "";
}

/// <param name="Number">Number of the question whose answer the suggestion is about, for <i>editar N</i>.</param>
public sealed record AdviceLine(int Number, string Text, string EditLabel, string IgnoreLabel, string IgnoreCommand);

/// <param name="SupportLabel">Empty if the person cannot support the proposal, for example their own.</param>
public sealed record SimilarLine(string Name, string Words, string SupportLabel, string SupportCommand, string AddLabel, string AddCommand);

/// <param name="Number">For <i>editar N</i>.</param>
/// <param name="Answer">As the person gave it, or the text for "not answered".</param>
public sealed record ReviewLine(int Number, string Label, string Answer, string EditLabel);

/// <summary>Template <c>confirm</c>: asks for a yes or a no before cancelling or restarting.</summary>
public sealed record ConfirmView() : CardView("confirm"), IFormCard
{
    public required string Text { get; init; }
    public required CardOrigin Origin { get; init; }
    public required string YesLabel { get; init; }
    public required string NoLabel { get; init; }
}

/// <summary>Template <c>answered</c>: what a card asked and how it was answered; it replaces that card.</summary>
public sealed record AnsweredView() : CardView("answered")
{
    public required string Title { get; init; }
    public required CardOrigin Origin { get; init; }

    /// <summary>One line for each question of the card.</summary>
    public required ImmutableArray<AnsweredLine> Lines { get; init; }

    /// <summary>Empty if the answer cannot be changed.</summary>
    public required string EditLabel { get; init; }

    /// <summary>For <i>editar N</i>.</summary>
    public required int Number { get; init; }
}

/// <param name="Label">The question.</param>
/// <param name="Answer">As the person gave it, or the text for "not answered".</param>
public sealed record AnsweredLine(string Label, string Answer);
