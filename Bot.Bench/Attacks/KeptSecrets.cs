using System.Text;

namespace AgaBot.Bench.Attacks;

/// <summary>Searches the bytes of every file of a folder.</summary>
internal static class KeptSecrets
{
    /// <returns>The names of the files that contain <paramref name="secret"/> as UTF-8.</returns>
    public static IEnumerable<string> FilesWith(string folder, string secret)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(secret);
        return Directory.EnumerateFiles(folder).Where(file => Contains(file, wanted)).Select(Path.GetFileName)!;
    }

    private static bool Contains(string file, ReadOnlySpan<byte> wanted)
    {
        using FileStream stream = File.OpenRead(file);
        byte[] window = new byte[1 << 20];
        int kept = 0;
        while (stream.Read(window.AsSpan(kept)) is var read and > 0)
        {
            Span<byte> seen = window.AsSpan(0, kept + read);
            if (seen.IndexOf(wanted) >= 0)
                return true;
            kept = Math.Min(wanted.Length - 1, seen.Length);
            seen[^kept..].CopyTo(window);
        }
        return false;
    }
}
