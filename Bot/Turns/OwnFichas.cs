using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Sheets;
using AgaBot.Dialogs.Views;

namespace AgaBot.Turns;

/// <summary>What a person on a channel sent, read outside any turn: it changes nothing and is no part of the conversation.</summary>
internal sealed class OwnFichas(FichaSheets sheets)
{
    /// <param name="locale">Of the words around the person's own.</param>
    /// <returns>Newest first.</returns>
    /// <exception cref="StoreUnavailableException">The store is gone.</exception>
    public ValueTask<ImmutableArray<FichaSheet>> OfAsync(string channelId, string userId, string? locale, CancellationToken cancellationToken) =>
        sheets.OfAsync(ParticipantIds.Of(channelId, userId), Words.Of(Languages.From(locale)), cancellationToken);
}
