namespace AgaBot.Turns.Persistence;

/// <summary>
/// A newer version of the program has stored a row that this version cannot read, as happens while two versions run side by side. The row
/// stays unchanged: writing it would remove what this version does not know.
/// </summary>
public sealed class UnknownVersionException(string message, Exception? innerException = null) : Exception(message, innerException);
