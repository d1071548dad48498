using System.Collections.Immutable;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Sheets;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;

namespace AgaBot.Downloads;

/// <summary>
/// Reads, outside any turn, what is stored of a person on a channel and of the participant that the person became part of.
/// </summary>
internal sealed class OwnDataReader(FichaSheets sheets, OwnDataSheets data, OwnPeople people, TimeProvider time)
{
    /// <param name="locale">Language of the labels around the person's own words.</param>
    /// <returns>The person's fichas, newest first.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<ImmutableArray<FichaSheet>> FichasAsync(
        string channelId,
        string userId,
        string? locale,
        CancellationToken cancellationToken
    ) =>
        await people.FindAsync(channelId, userId, cancellationToken) is { } person
            ? await sheets.OfAsync(person.Participant.Id, Words.Of(Languages.From(locale)), cancellationToken)
            : [];

    /// <returns>Everything that is stored of the person; null where nothing is, or where the person is being erased.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<OwnDataDocument?> AllAsync(string channelId, string userId, string? locale, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(channelId, userId, cancellationToken) is not { Erasing: null } person)
            return null;
        Words words = Words.Of(Languages.From(locale));
        DateOnly today = LimaCalendar.DayOf(time.GetUtcNow());
        return OwnDataSheets.Whole(await data.OfAsync(person.Participant, person.Drafts, words, today, cancellationToken), words);
    }
}
