using System.Collections.Immutable;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Reminders;

/// <summary>Where a person may be spoken to first: alone with the bot, at an address that was vouched for, where they can be reached.</summary>
internal sealed class ReminderPlaces(IReplySenders senders)
{
    /// <summary>The conversation in which something was said last; null where there is none that will do.</summary>
    public ConversationReference? Of(ImmutableArray<KeptConversation> conversations) =>
        conversations
            .Where(static talk => talk.Conversation.Unreachable is null)
            .OrderByDescending(static talk => talk.LastSaid)
            .Select(static talk => talk.Conversation.Taken[^1].Reference)
            .FirstOrDefault(reference => reference.IsPrivate && senders.MaySpeakFirst(reference));
}
