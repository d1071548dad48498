using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>Template <c>welcome</c>: who the bot is and what can be done here.</summary>
public sealed record WelcomeView() : CardView("welcome")
{
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required ImmutableArray<CommandButton> Buttons { get; init; }
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
public sealed record ConsultationLine(int Number, string Question, ImmutableArray<CountLine> Counts, string RespondLabel, string RespondCommand);

public sealed record CountLine(string Label, string Count);
