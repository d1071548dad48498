using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>All that is kept of one person, in the words of their language, to be read and to be given to them as a file.</summary>
/// <param name="Responsible">Who answers for the data.</param>
/// <param name="AsOf">The day, in Lima, in words.</param>
/// <param name="Profile">Empty where the person has not told who they are.</param>
/// <param name="Drafts">Whole, as they stand; <paramref name="Proposals"/> are those that were sent, newest first.</param>
/// <param name="Supports">Receipt numbers of the proposals of others that the person supports.</param>
/// <param name="Identities">Opaque ids by which channels know the person.</param>
public sealed record OwnDataSheet(
    string Title,
    string Responsible,
    string AsOf,
    ImmutableArray<OwnDataLine> Profile,
    ImmutableArray<FichaSheet> Drafts,
    ImmutableArray<FichaSheet> Proposals,
    ImmutableArray<OwnDataLine> Responses,
    ImmutableArray<string> Supports,
    ImmutableArray<string> Roles,
    ImmutableArray<string> Identities,
    int Conversations,
    string Why,
    string Until
)
{
    /// <summary>The mesas at which the person took a seat, or for which they recorded.</summary>
    public ImmutableArray<string> Mesas { get; init; } = [];

    /// <summary>What was thrown away and may still come back, each with the day on which it was, and <see cref="ThrownAwayUntil"/> how long.</summary>
    public ImmutableArray<FichaSheet> ThrownAway { get; init; } = [];

    public string ThrownAwayUntil { get; init; } = "";
}

public sealed record OwnDataLine(string Label, string Value);

/// <summary>The same as it stands in a file: headings, each with lines below it.</summary>
/// <param name="Language">As HTML names it.</param>
/// <param name="None">Stands where a heading has no lines.</param>
public sealed record OwnDataDocument(
    string Language,
    string Title,
    string AsOf,
    ImmutableArray<OwnDataSection> Sections,
    string None,
    ImmutableArray<string> Below
);

public sealed record OwnDataSection(string Heading, ImmutableArray<string> Lines);
