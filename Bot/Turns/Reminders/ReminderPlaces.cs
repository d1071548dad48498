using System.Collections.Immutable;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Reminders;

/// <summary>
/// Finds the conversation in which the bot may speak to a person first: alone with the bot, at a confirmed address, where the person can be
/// reached.
/// </summary>
internal sealed class ReminderPlaces(IReplySenders senders)
{
    /// <returns>The most recent such conversation; null where there is none.</returns>
    public ConversationReference? Of(ImmutableArray<KeptConversation> conversations) =>
        conversations
            .Where(static talk => talk.Conversation.Unreachable is null)
            .OrderByDescending(static talk => talk.LastSaid)
            .Select(static talk => talk.Conversation.Taken[^1].Reference)
            .FirstOrDefault(reference => reference.IsPrivate && senders.MaySpeakFirst(reference));
}
