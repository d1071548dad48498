namespace AgaBot.Storage;

/// <summary>The store's file is damaged. The message tells the operator what to do.</summary>
public sealed class DamagedStoreException(string message) : IOException(message);
