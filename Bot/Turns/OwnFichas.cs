using System.Collections.Immutable;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Sheets;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;
using AgaBot.Turns.Linking;

namespace AgaBot.Turns;

/// <summary>
/// What is kept of a person on a channel, and of whom they became part of, read outside any turn: it changes nothing and is no part of the
/// conversation.
/// </summary>
internal sealed class OwnFichas(FichaSheets sheets, OwnDataSheets data, ILinkedPeople people, TimeProvider time)
{
    /// <param name="locale">Of the words around the person's own.</param>
    /// <returns>Newest first.</returns>
    /// <exception cref="StoreUnavailableException">The store is gone.</exception>
    public async ValueTask<ImmutableArray<FichaSheet>> OfAsync(
        string channelId,
        string userId,
        string? locale,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(channelId, userId, cancellationToken) is { } person
            ? await sheets.OfAsync(person.Participant.Id, Words.Of(Languages.From(locale)), cancellationToken)
            : [];

    /// <summary>All that is kept of the person, to be given to them as a file; null where nothing is.</summary>
    /// <exception cref="StoreUnavailableException">The store is gone.</exception>
    public async ValueTask<OwnDataDocument?> AllAsync(string channelId, string userId, string? locale, CancellationToken cancellationToken)
    {
        if (await FindAsync(channelId, userId, cancellationToken) is not { Erasing: null } person)
            return null;
        Words words = Words.Of(Languages.From(locale));
        DateOnly today = LimaCalendar.DayOf(time.GetUtcNow());
        return OwnDataSheets.Whole(await data.OfAsync(person.Participant, person.Drafts, words, today, cancellationToken), words);
    }

    private async ValueTask<ParticipantRecord?> FindAsync(string channelId, string userId, CancellationToken cancellationToken)
    {
        ParticipantRecord? person = await people.FindAsync(ParticipantIds.Of(channelId, userId), cancellationToken);
        while (person?.MovedTo is { } next)
            person = await people.FindAsync(next, cancellationToken);
        return person;
    }
}
