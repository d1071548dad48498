namespace AgaBot.Dialogs;

/// <summary>
/// What a person said outside a form and was asked about: whether it is to be taken down as an aporte or as a proposal. It is kept for one
/// turn only.
/// </summary>
/// <param name="Text">As typed.</param>
/// <param name="Asked">Number of times the question was asked.</param>
public sealed record OfferedSentence(string Text, int Asked = 1);
