using System.Security.Cryptography;
using System.Text;
using AgaBot.Plans;

namespace AgaBot.Turns.Requests;

/// <summary>Makes participant ids from the ids of a directory or of a channel.</summary>
internal static class ParticipantIds
{
    /// <summary>
    /// Maximum length of an id in characters. Longer ids are hashed, so that no channel can make a key that a store refuses.
    /// </summary>
    private const int MaxLength = 120;

    /// <summary>Takes the place of the channel's name in the id of a person of a directory.</summary>
    private const string Directory = "entra";

    public static ParticipantId Of(EntraId person) => new($"{Directory}:{person.Tenant:D}:{person.ObjectId:D}");

    /// <summary>Whether ids of a channel with this name could equal ids of people of a directory.</summary>
    public static bool IsReserved(string channelId) => channelId == Directory;

    public static ParticipantId Of(string channelId, string userId)
    {
        string id = $"{channelId}:{userId}";
        return new ParticipantId(id.Length <= MaxLength ? id : Hash(id));
    }

    /// <summary>256 bits in hexadecimal, after a character with which no channel's name begins.</summary>
    private static string Hash(string id) => $"#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
}
