namespace AgaBot.Storage.Moving;

/// <summary>Data cannot be exported or imported, or was imported halfway. The message is for the operator, and says what to do.</summary>
internal sealed class MovingException(string message) : Exception(message);
