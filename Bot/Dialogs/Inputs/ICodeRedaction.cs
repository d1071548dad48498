namespace AgaBot.Dialogs.Inputs;

/// <summary>Hides the codes in what a person writes, before anything of it is kept.</summary>
public interface ICodeRedaction
{
    /// <summary>What stands in place of a code.</summary>
    const string Mask = "••••";

    /// <summary>A whole message, which may be a command with a code.</summary>
    string RedactMessage(string text);

    /// <summary>Any other text, for example a value of a card.</summary>
    string Redact(string text);

    /// <summary>
    /// Whether the text holds the access code or the code of an invitation, which give a role for longer than minutes. No answer of a form
    /// may hold one.
    /// </summary>
    bool HoldsLastingCode(string text);
}
