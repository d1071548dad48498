namespace AgaBot.Bench.Turns;

/// <summary>
/// What a person types to fill the workshop's ficha 1, again and again; the first time with the questions about themselves.
/// </summary>
internal static class FichaTalk
{
    private static readonly string[] AboutMe = ["sí", "Participante 01", "Gobierno Regional La Libertad", "Gobierno Regional", "mujer"];

    private static readonly string[] Ficha =
    [
        "Comunidades seguras",
        "Fortalecer las acciones necesarias para disminuir los índices de inseguridad",
        "Incremento de la inseguridad ciudadana",
        "Disminuir los índices de inseguridad ciudadana",
        "Gobiernos Regionales y Gobiernos Locales",
        "Ministerio de Educación\nMinisterio del Interior\nRENIEC\nPNP\nSociedad Civil",
        "Proyectos de integración social, fortaleciendo capacidades de las poblaciones vulnerables; Jun 2016; Jul 2017",
        "Organizar escuelas familiares dirigidas a familias en barrios críticos; Jun 2016; Jul 2017",
        "listo",
        "julio 2017",
        "enviar",
    ];

    /// <summary>Number of messages for <i>presentarme</i>, the questions about the person and the first <i>proponer</i>.</summary>
    public static int LengthOfFirst => 2 + AboutMe.Length;

    /// <summary>Number of messages for a ficha and the <i>proponer</i> after it.</summary>
    public static int Length => Ficha.Length + 1;

    public static IEnumerable<string> Endless()
    {
        yield return "presentarme";
        foreach (string words in AboutMe)
            yield return words;
        yield return "proponer";
        while (true)
        {
            foreach (string words in Ficha)
                yield return words;
            yield return "proponer";
        }
    }
}
