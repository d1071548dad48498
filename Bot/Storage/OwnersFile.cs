namespace AgaBot.Storage;

/// <summary>Files with people's data: for their owner alone, from the first byte.</summary>
internal static class OwnersFile
{
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public const UnixFileMode FolderMode = Mode | UnixFileMode.UserExecute;

    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Mode;
        return new FileStream(path, options);
    }

    /// <summary>
    /// Has a file written under another name, and gives it its own once it is whole and on the disk: what carries the name is never half a file.
    /// </summary>
    /// <param name="write">Writes into the empty file that it is given.</param>
    /// <exception cref="IOException">There is such a file already.</exception>
    public static async ValueTask<T> WriteWholeAsync<T>(string path, Func<string, ValueTask<T>> write)
    {
        if (Path.Exists(path)) throw new IOException($"{path} is there already: name another file.");

        string unfinished = $"{path}.unfinished";
        File.Delete(unfinished);
        await Open(unfinished, FileMode.CreateNew, FileShare.None).DisposeAsync();
        try
        {
            T written = await write(unfinished);
            using (FileStream file = new(unfinished, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
            File.Move(unfinished, path);
            return written;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
