namespace AgaBot.Turns;

/// <summary>What a turn needs kept cannot be reached, is throttling, or is locked: the same turn may succeed later.</summary>
public sealed class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
