namespace AgaBot.Dialogs.Explaining;

/// <summary>A phrase that is no answer and stands alone.</summary>
internal enum Phrase
{
    Thanks,
    Goodbye,
    HowAreYou,
    WhoAreYou,

    /// <summary>Asks to talk to a person.</summary>
    Person,

    /// <summary>"Me equivoqué".</summary>
    Mistake,

    /// <summary>"No entiendo la pregunta".</summary>
    Lost,

    /// <summary>"¿Qué hacen con mis datos?"</summary>
    Privacy,

    /// <summary>"¿Cuánto demora?"</summary>
    HowLong,

    /// <summary>"¿Tiene costo? ¿Es obligatorio?"</summary>
    Free,

    /// <summary>"Soy la coordinadora".</summary>
    Coordinator,

    Insult,
}
