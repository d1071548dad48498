using System.Security.Cryptography;
using System.Text;

namespace AgaBot.Turns.Requests;

/// <summary>Makes the ids of turns.</summary>
public static class TurnIds
{
    private const char Separator = '\u001f';

    /// <summary>
    /// The same activity of the same person gives the same id on every instance and delivery. An activity without an id gets a new turn
    /// id at each delivery. The id is opaque (128 bits in hexadecimal), so that logs can contain it.
    /// </summary>
    public static string Of(TurnRequest request)
    {
        if (string.IsNullOrEmpty(request.ActivityId))
            return Guid.NewGuid().ToString("N");
        string named = string.Concat(
            string.Concat(request.Participant.Value, [Separator]),
            string.Concat(request.Reference.ConversationId, [Separator]),
            request.ActivityId
        );
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(named), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
