using System.Text;

namespace AgaBot.Tests.Storage;

/// <summary>Searches the bytes of a file, also of one that the bot has open.</summary>
internal static class FileBytes
{
    public static int Count(string path, string words)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] content = new byte[file.Length];
        // The bot may cut the file meanwhile.
        int length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> rest = content.AsSpan(0, length),
            searched = Encoding.UTF8.GetBytes(words);
        int count = 0;
        for (int at; (at = rest.IndexOf(searched)) >= 0; rest = rest[(at + searched.Length)..])
            count++;
        return count;
    }
}
