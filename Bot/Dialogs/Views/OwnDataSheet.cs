using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>All stored data of one person, in their language, for reading and for a file.</summary>
/// <param name="Responsible">The organisation responsible for the data.</param>
/// <param name="AsOf">The day in Lima, formatted.</param>
/// <param name="Profile">Empty if the person has no profile.</param>
/// <param name="Drafts">The drafts in full; <paramref name="Proposals"/> are the sent ones, newest first.</param>
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

    /// <summary>The links that can still be undone, with what is kept for that.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>Discarded drafts and forms that can still be restored, each with its day, until <see cref="ThrownAwayUntil"/>.</summary>
    public ImmutableArray<FichaSheet> ThrownAway { get; init; } = [];

    public string ThrownAwayUntil { get; init; } = "";
}

public sealed record OwnDataLine(string Label, string Value);

/// <summary>The same data for a file: headings, each with lines below it.</summary>
/// <param name="Language">The value of the HTML <c>lang</c> attribute.</param>
/// <param name="None">The text for a heading without lines.</param>
public sealed record OwnDataDocument(
    string Language,
    string Title,
    string AsOf,
    ImmutableArray<OwnDataSection> Sections,
    string None,
    ImmutableArray<string> Below
);

public sealed record OwnDataSection(string Heading, ImmutableArray<string> Lines);
