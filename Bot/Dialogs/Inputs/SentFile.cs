namespace AgaBot.Dialogs.Inputs;

/// <summary>A file that a person sent. Its type is determined by its content, which is stored elsewhere.</summary>
public abstract record SentFile
{
    private SentFile() { }

    public sealed record Kept(SentFileId Id) : SentFile;

    /// <summary>The file was over the limit and was not stored.</summary>
    /// <param name="MaxBytes">Limit for all files of one message together.</param>
    public sealed record TooLarge(int MaxBytes) : SentFile;

    /// <summary>The disk of the bot is nearly full, and the file was not stored.</summary>
    public sealed record NoRoom : SentFile;

    /// <summary>The file is on a host that the bot does not download from.</summary>
    public sealed record HostNotAllowed : SentFile;

    /// <summary>The file is on another server, and the download failed.</summary>
    public sealed record DownloadFailed : SentFile;

    /// <summary>A picture in the message; the bot does not read pictures, so it is not downloaded.</summary>
    public sealed record Picture : SentFile;
}

/// <summary>Names a stored file. The id is random and made by the bot, never by the client.</summary>
public readonly record struct SentFileId(string Value)
{
    public override string ToString() => Value;
}
