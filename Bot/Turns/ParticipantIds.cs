using System.Security.Cryptography;
using System.Text;
using AgaBot.Plans;

namespace AgaBot.Turns;

/// <summary>Names people by their directory or their channel.</summary>
internal static class ParticipantIds
{
    /// <summary>Longer ids are hashed: whoever sends them cannot make a key that a store refuses.</summary>
    private const int Longest = 120;

    /// <summary>Stands where a channel's name does for those whom a directory knows.</summary>
    private const string Directory = "entra";

    public static ParticipantId Of(EntraId person) => new($"{Directory}:{person.Tenant:D}:{person.ObjectId:D}");

    /// <summary>Whether a channel of this name could speak for people whom only a directory vouches for.</summary>
    public static bool IsReserved(string channelId) => channelId == Directory;

    public static ParticipantId Of(string channelId, string userId)
    {
        string id = $"{channelId}:{userId}";
        return new ParticipantId(id.Length <= Longest ? id : Hash(id));
    }

    /// <summary>256 bits in hex, after a sign that no channel's name begins with.</summary>
    private static string Hash(string id) => $"#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
}
