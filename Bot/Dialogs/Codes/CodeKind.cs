namespace AgaBot.Dialogs.Codes;

/// <summary>A kind of code that a person types. Wrong codes of one kind do not delay those of another.</summary>
public enum CodeKind
{
    /// <summary>The access code, or the code of an invitation: <i>coordinador CÓDIGO</i>.</summary>
    Coordinator,

    Link,
    Seat,
}
