namespace AgaBot.Dialogs.Inputs;

/// <summary>Hides the codes in what a person writes, before anything of it is kept.</summary>
public interface ICodeRedaction
{
    /// <summary>A whole message, which may be a command with a code.</summary>
    string RedactMessage(string text);

    /// <summary>Any other text, for example a value of a card.</summary>
    string Redact(string text);
}
