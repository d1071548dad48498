namespace AgaBot.Dialogs.Inputs;

/// <summary>A file that a person sent. What it is has to be told by its content, which is kept elsewhere.</summary>
public abstract record SentFile
{
    private SentFile() { }

    public sealed record Kept(SentFileId Id) : SentFile;

    /// <summary>It was over the limit and was not kept.</summary>
    /// <param name="MaxBytes">Of all files of one message.</param>
    public sealed record TooLarge(int MaxBytes) : SentFile;

    /// <summary>It lies on another server, from which the bot fetches nothing.</summary>
    public sealed record HostNotAllowed : SentFile;

    /// <summary>It lies on another server, and could not be fetched from it.</summary>
    public sealed record DownloadFailed : SentFile;

    /// <summary>A picture within the conversation, which is not fetched: there is nothing in it that the bot reads.</summary>
    public sealed record Picture : SentFile;
}

/// <summary>Names a file that was kept: random, made by the bot, never by the page.</summary>
public readonly record struct SentFileId(string Value)
{
    public override string ToString() => Value;
}
