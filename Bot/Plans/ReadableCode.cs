using System.Security.Cryptography;

namespace AgaBot.Plans;

/// <summary>Secrets that a person reads aloud or copies by hand.</summary>
public static class ReadableCode
{
    /// <summary>Without characters that are easily confused; nearly five bits per character.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string Draw(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
