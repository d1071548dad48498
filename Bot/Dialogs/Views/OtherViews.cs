using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>
/// Template <c>welcome</c>: what the bot is, how data is used, how long a ficha takes, and a button for each kind of person.
/// </summary>
public sealed record WelcomeView() : CardView("welcome")
{
    public required string Title { get; init; }

    /// <summary>One entry for each paragraph.</summary>
    public required ImmutableArray<string> Paragraphs { get; init; }

    public required ImmutableArray<WayIn> Ways { get; init; }

    public required string MoreLabel { get; init; }

    /// <summary>Shown once <see cref="MoreLabel"/> is pressed.</summary>
    public required ImmutableArray<CommandButton> Buttons { get; init; }

    public required CommandButton Language { get; init; }
}

/// <param name="For">The kind of person that the button is for.</param>
public sealed record WayIn(string For, string Title, string Command);

/// <summary>Template <c>message</c>: a few sentences, with buttons for the commands that act on them.</summary>
public sealed record MessageView() : CardView("message")
{
    /// <summary>May be empty.</summary>
    public string Title { get; init; } = "";

    public required string Text { get; init; }
    public required ImmutableArray<CommandButton> Buttons { get; init; }

    /// <summary>Shows <see cref="More"/>; empty if there is nothing more.</summary>
    public string MoreLabel { get; init; } = "";

    /// <summary>One entry for each paragraph.</summary>
    public ImmutableArray<string> More { get; init; } = [];
}

/// <summary>Template <c>drafts</c>: a person's unfinished drafts, each with its commands.</summary>
public sealed record DraftsView() : CardView("drafts")
{
    /// <summary>May be empty.</summary>
    public required string Title { get; init; }

    public required ImmutableArray<DraftLine> Lines { get; init; }
    public required ImmutableArray<CommandButton> Buttons { get; init; }
}

/// <param name="Text">The draft, and what is missing in it.</param>
public sealed record DraftLine(string Text, ImmutableArray<CommandButton> Buttons);

/// <summary>Template <c>answers</c>: the answers of a draft so far.</summary>
public sealed record AnswersView() : CardView("answers")
{
    public required string Title { get; init; }

    /// <summary>
    /// The draft's session, by which <i>editar</i> finds the draft whichever form is open; <see cref="Revision"/> belongs to it.
    /// </summary>
    public required string Session { get; init; }

    public required int Revision { get; init; }
    public required ImmutableArray<ReviewLine> Lines { get; init; }
    public required string GoOnLabel { get; init; }
    public required string GoOnCommand { get; init; }
    public required string DiscardLabel { get; init; }
    public required string DiscardCommand { get; init; }
}

/// <summary>Template <c>private-chat</c>: a sentence in a group, and a button that opens the private chat with the bot.</summary>
public sealed record PrivateChatView() : CardView("private-chat")
{
    public required string Text { get; init; }
    public required string LinkLabel { get; init; }
    public required string Link { get; init; }
}

/// <summary>Template <c>receipt</c>: confirms that a proposal was sent, with its receipt number.</summary>
public sealed record ReceiptView() : CardView("receipt")
{
    public required string Title { get; init; }
    public required string NumberLabel { get; init; }
    public required string Number { get; init; }
    public required string Text { get; init; }

    /// <summary>What happens next, and when; may be empty.</summary>
    public required string Next { get; init; }

    public required ImmutableArray<CommandButton> Buttons { get; init; }
}

/// <summary>Template <c>proposals</c>: a person's drafts and sent proposals.</summary>
public sealed record ProposalsView() : CardView("proposals")
{
    public required string Title { get; init; }
    public required ImmutableArray<ProposalLine> Lines { get; init; }

    /// <summary>Empty if there are no more.</summary>
    public required string MoreLabel { get; init; }

    public required string MoreCommand { get; init; }
}

/// <param name="Name">"482-716-4", or "borrador".</param>
/// <param name="ActionLabel">Empty if there is nothing to do with the proposal here.</param>
public sealed record ProposalLine(string Name, string State, string Words, string ActionLabel, string ActionCommand)
{
    /// <summary>Shows the whole proposal; empty if it cannot be read here.</summary>
    public string ReadLabel { get; init; } = "";

    public string ReadCommand { get; init; } = "";
}

/// <summary>Template <c>reminder</c>: a draft was not touched for some time, with the commands for it.</summary>
public sealed record ReminderView() : CardView("reminder")
{
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>The draft's session, by which a button finds the draft even if its number has changed.</summary>
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

    /// <summary>Who is not counted above; empty if there is nobody.</summary>
    public required string Apart { get; init; }
}

/// <summary>A row of formatted figures; <paramref name="IsTotal"/> marks the row of totals.</summary>
public sealed record FigureRow(string Name, string First, string Second, string Third, bool IsTotal)
{
    /// <summary>Who is in the first figure and in none of the others; empty if there is nobody.</summary>
    public string Rest { get; init; } = "";
}

/// <summary>Template <c>consultations</c>: the open consultations; with counts for a coordinator.</summary>
public sealed record ConsultationsView() : CardView("consultations")
{
    public required string Title { get; init; }
    public required ImmutableArray<ConsultationLine> Lines { get; init; }
}

/// <param name="Counts">One line for each option, or one line with the number of responses; empty for participants.</param>
public sealed record ConsultationLine(
    int Number,
    string Question,
    ImmutableArray<CountLine> Counts,
    string RespondLabel,
    string RespondCommand
);

public sealed record CountLine(string Label, string Count);
