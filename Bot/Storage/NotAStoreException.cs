namespace AgaBot.Storage;

/// <summary>
/// There is no store at the place that the settings name, or another file is there. The message tells the operator what to do.
/// </summary>
public sealed class NotAStoreException(string message) : IOException(message);
