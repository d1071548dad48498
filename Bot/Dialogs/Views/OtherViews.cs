using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>Template <c>welcome</c>: who the bot is, what happens with what is said, how long it takes, and a way in for each kind of person.</summary>
public sealed record WelcomeView() : CardView("welcome")
{
    public required string Title { get; init; }

    /// <summary>A paragraph each.</summary>
    public required ImmutableArray<string> Paragraphs { get; init; }

    public required ImmutableArray<WayIn> Ways { get; init; }

    public required string MoreLabel { get; init; }

    /// <summary>What is shown once <see cref="MoreLabel"/> is pressed.</summary>
    public required ImmutableArray<CommandButton> Buttons { get; init; }

    public required CommandButton Language { get; init; }
}

/// <param name="For">Who it is for.</param>
public sealed record WayIn(string For, string Title, string Command);

/// <summary>Template <c>message</c>: a few sentences, with buttons for what can be done about them.</summary>
public sealed record MessageView() : CardView("message")
{
    /// <summary>May be empty.</summary>
    public string Title { get; init; } = "";

    public required string Text { get; init; }
    public required ImmutableArray<CommandButton> Buttons { get; init; }
}

/// <summary>Template <c>drafts</c>: what a person left unfinished, each with its ways on.</summary>
public sealed record DraftsView() : CardView("drafts")
{
    /// <summary>May be empty.</summary>
    public required string Title { get; init; }

    public required ImmutableArray<DraftLine> Lines { get; init; }
    public required ImmutableArray<CommandButton> Buttons { get; init; }
}

/// <param name="Text">Which draft, and what is missing in it.</param>
public sealed record DraftLine(string Text, ImmutableArray<CommandButton> Buttons);

/// <summary>Template <c>answers</c>: what a draft holds so far.</summary>
public sealed record AnswersView() : CardView("answers")
{
    public required string Title { get; init; }

    /// <summary>Of the draft, by which <i>editar</i> finds it whichever form is open; <see cref="Revision"/> is the session's.</summary>
    public required string Session { get; init; }

    public required int Revision { get; init; }
    public required ImmutableArray<ReviewLine> Lines { get; init; }
    public required string GoOnLabel { get; init; }
    public required string GoOnCommand { get; init; }
    public required string DiscardLabel { get; init; }
    public required string DiscardCommand { get; init; }
}

/// <summary>Template <c>private-chat</c>: a sentence in a group, and a button that goes on alone with the bot.</summary>
public sealed record PrivateChatView() : CardView("private-chat")
{
    public required string Text { get; init; }
    public required string LinkLabel { get; init; }
    public required string Link { get; init; }
}

/// <summary>Template <c>receipt</c>: it is in, under this number.</summary>
public sealed record ReceiptView() : CardView("receipt")
{
    public required string Title { get; init; }
    public required string NumberLabel { get; init; }
    public required string Number { get; init; }
    public required string Text { get; init; }

    /// <summary>What comes next, and when; may be empty.</summary>
    public required string Next { get; init; }

    public required ImmutableArray<CommandButton> Buttons { get; init; }
}

/// <summary>Template <c>proposals</c>: one's drafts and what one submitted.</summary>
public sealed record ProposalsView() : CardView("proposals")
{
    public required string Title { get; init; }
    public required ImmutableArray<ProposalLine> Lines { get; init; }

    /// <summary>Empty where there are no more.</summary>
    public required string MoreLabel { get; init; }

    public required string MoreCommand { get; init; }
}

/// <param name="Name">"482-716-4", or "borrador".</param>
/// <param name="ActionLabel">Empty where nothing can be done with it here.</param>
public sealed record ProposalLine(string Name, string State, string Words, string ActionLabel, string ActionCommand);

/// <summary>Template <c>reminder</c>: a draft has rested, with what can be done about it.</summary>
public sealed record ReminderView() : CardView("reminder")
{
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>The draft's, by which a press finds it, however it is numbered by then.</summary>
    public required string Session { get; init; }

    public required string ResumeLabel { get; init; }
    public required string DiscardLabel { get; init; }
    public required string StopLabel { get; init; }
    public required string StopCommand { get; init; }
}

/// <summary>Template <c>avance</c>: the figures so far.</summary>
public sealed record ProgressView() : CardView("avance")
{
    public required string Title { get; init; }
    public required string AsOf { get; init; }
    public required string ComponentsTitle { get; init; }

    /// <summary>Headings of the first table: componente, borradores, fichas, aportes.</summary>
    public required ImmutableArray<string> ComponentHeadings { get; init; }

    public required ImmutableArray<FigureRow> Components { get; init; }
    public required string ParticipantsTitle { get; init; }

    /// <summary>Headings of the second table: organización, participantes, mujeres, hombres.</summary>
    public required ImmutableArray<string> ParticipantHeadings { get; init; }

    public required ImmutableArray<FigureRow> Participants { get; init; }
}

/// <summary>A row of figures, already formatted; the total's row is <paramref name="IsTotal"/>.</summary>
public sealed record FigureRow(string Name, string First, string Second, string Third, bool IsTotal);

/// <summary>Template <c>consultations</c>: the open ones; for a coordinator with counts.</summary>
public sealed record ConsultationsView() : CardView("consultations")
{
    public required string Title { get; init; }
    public required ImmutableArray<ConsultationLine> Lines { get; init; }
}

/// <param name="Counts">One line an option, or one line of the number of responses; empty for participants.</param>
public sealed record ConsultationLine(
    int Number,
    string Question,
    ImmutableArray<CountLine> Counts,
    string RespondLabel,
    string RespondCommand
);

public sealed record CountLine(string Label, string Count);
