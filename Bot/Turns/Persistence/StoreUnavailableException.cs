namespace AgaBot.Turns.Persistence;

/// <summary>The store cannot be reached, throttles, or is locked. The same turn may succeed later.</summary>
public sealed class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
