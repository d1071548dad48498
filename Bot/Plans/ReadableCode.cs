using System.Security.Cryptography;

namespace AgaBot.Plans;

/// <summary>Secrets that a person reads out or copies by hand.</summary>
public static class ReadableCode
{
    /// <summary>Nothing that is mistaken for something else when it is read out: five bits a letter, all but.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string Draw(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
