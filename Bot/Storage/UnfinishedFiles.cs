namespace AgaBot.Storage;

/// <summary>
/// Temporary files of this program that contain people's data: a new store, a backup or an export before it is complete. The writer
/// deletes its file whenever it stops. What a killed process leaves is deleted by the next start or command.
/// </summary>
/// <remarks>A writer keeps its file open; on Unix that locks the file (<c>flock</c>), so that nobody else deletes it.</remarks>
internal static class UnfinishedFiles
{
    /// <summary>No other program ends a name like this.</summary>
    public const string Suffix = ".agabot-unfinished";

    /// <summary>What SQLite writes beside a database.</summary>
    private static readonly string[] Companions = ["-journal", "-wal", "-shm"];

    /// <summary>Creates an empty file that only its owner can read.</summary>
    /// <param name="path">The name of the complete file.</param>
    public static FileStream Create(string path) =>
        OwnersFile.Open($"{path}.{Guid.NewGuid().ToString("N")[..8]}{Suffix}", FileMode.CreateNew, FileShare.ReadWrite | FileShare.Delete);

    public static void Delete(string unfinished)
    {
        File.Delete(unfinished);
        foreach (string companion in Companions)
            File.Delete(unfinished + companion);
    }

    /// <summary>Deletes the files that killed processes left in a folder.</summary>
    public static void DeleteLeftovers(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (string file in Directory.EnumerateFiles(folder, $"*{Suffix}*"))
        {
            if (IsOurs(file) && IsAbandoned(file))
                Delete(WithoutCompanion(file));
        }
    }

    private static bool IsOurs(string file) => WithoutCompanion(file).EndsWith(Suffix, StringComparison.Ordinal);

    private static string WithoutCompanion(string file) =>
        Array.Find(Companions, companion => file.EndsWith(companion, StringComparison.Ordinal)) is { } suffix
            ? file[..^suffix.Length]
            : file;

    /// <summary>False while a process writes the file, and for a file of another user.</summary>
    private static bool IsAbandoned(string file)
    {
        string unfinished = WithoutCompanion(file);
        if (!File.Exists(unfinished))
            return true;
        try
        {
            using FileStream locked = new(unfinished, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
