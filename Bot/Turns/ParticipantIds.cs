using System.Security.Cryptography;
using System.Text;
using AgaBot.Plans;

namespace AgaBot.Turns;

/// <summary>Names people by their directory or their channel.</summary>
internal static class ParticipantIds
{
    /// <summary>Longer ids are hashed: whoever sends them cannot make a key that a store refuses.</summary>
    private const int Longest = 120;

    public static ParticipantId Of(EntraId person) => new($"entra:{person.Tenant:D}:{person.ObjectId:D}");

    public static ParticipantId Of(string channelId, string userId)
    {
        string id = $"{channelId}:{userId}";
        return new ParticipantId(id.Length <= Longest ? id : Hash(id));
    }

    /// <summary>256 bits in hex, after a sign that no channel's name begins with.</summary>
    private static string Hash(string id) => $"#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
}
