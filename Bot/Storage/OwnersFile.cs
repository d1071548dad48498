namespace AgaBot.Storage;

/// <summary>Files with people's data. Only their owner can read them, from the first byte on.</summary>
internal static class OwnersFile
{
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode FolderMode = Mode | UnixFileMode.UserExecute;

    /// <summary>Creates a folder that only its owner can read, where the folder is missing.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderMode);
    }

    /// <summary>The text of a file; where there is no such file yet, the text made now, or by another process that was faster.</summary>
    public static async ValueTask<string> GetOrCreateAsync(string path, Func<string> make, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            CreateFolder(Path.GetDirectoryName(path) ?? throw new IOException($"{path} is not a file."));
            try
            {
                await WriteWholeAsync(
                    path,
                    async unfinished =>
                    {
                        string made = make();
                        await File.WriteAllTextAsync(unfinished, made, cancellationToken);
                        return made;
                    }
                );
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was faster.
            }
        }
        return await File.ReadAllTextAsync(path, cancellationToken);
    }

    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Mode;
        return new FileStream(path, options);
    }

    /// <summary>
    /// Writes a file under a temporary name and renames it once it is complete and on the disk, so that a file of this name is never
    /// partial.
    /// </summary>
    /// <param name="write">Writes into the empty file that it is given.</param>
    /// <exception cref="IOException">There is such a file already.</exception>
    public static async ValueTask<T> WriteWholeAsync<T>(string path, Func<string, ValueTask<T>> write)
    {
        if (Path.Exists(path))
            throw new IOException($"{path} is there already: name another file.");

        UnfinishedFiles.DeleteLeftovers(Path.GetDirectoryName(path) ?? throw new IOException($"{path} is not a file."));
        // The name that earlier versions used.
        File.Delete($"{path}.unfinished");
        await using FileStream held = UnfinishedFiles.Create(path);
        try
        {
            T written = await write(held.Name);
            held.Flush(flushToDisk: true);
            File.Move(held.Name, path);
            return written;
        }
        catch
        {
            UnfinishedFiles.Delete(held.Name);
            throw;
        }
    }
}
