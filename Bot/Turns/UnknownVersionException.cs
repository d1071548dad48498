namespace AgaBot.Turns;

/// <summary>
/// A newer version of this program has kept something that this one does not know, as happens while two run side by side: it is left as it
/// is, for what this one does not know it would strip.
/// </summary>
public sealed class UnknownVersionException(string message, Exception? innerException = null) : Exception(message, innerException);
