namespace AgaBot.Dialogs.Codes;

/// <summary>A kind of code that a person types. Wrong codes of one kind do not delay those of another.</summary>
public enum CodeKind
{
    /// <summary>Of <i>coordinador CÓDIGO</i>: the access code or an invitation.</summary>
    Coordinator,

    Link,
    Seat,
}
