using System.Collections.Immutable;

namespace AgaBot.Tests.Turns.BrokenOff;

/// <summary>
/// Conversations whose last line is a turn that writes to more than one partition (docs/steps.md). A line names a person and what they say.
/// <c>{código}</c> and <c>{número}</c> are the last code and the last receipt number that the bot gave.
/// </summary>
internal static class TurnKinds
{
    private static readonly string[] AnaIntroducesHerself =
    [
        "ana: presentarme",
        "ana: sí",
        "ana: Ana Quispe",
        "ana: Municipalidad de Moche",
        "ana: Municipios",
        "ana: saltar",
    ];

    private static readonly string[] AnaProposes = [.. AnaIntroducesHerself, "ana: proponer"];

    /// <summary>A ficha at its review.</summary>
    public static readonly string[] AnaFills = [.. AnaProposes, "ana: 1", "ana: Cisternas de agua para los caseríos", "ana: enviar"];

    public static readonly string[] AnaSent = [.. AnaFills, "ana: enviar"];

    private static readonly string[] EvaSaysWhoSheIs = ["eva: Eva Ríos", "eva: JUSHCAMIL", "eva: academia", "eva: mujer"];

    /// <summary>An aporte at its review.</summary>
    public static readonly string[] EvaContributes =
    [
        "eva: presentarme",
        "eva: sí",
        .. EvaSaysWhoSheIs,
        "eva: aporte",
        "eva: Cisternas de agua para los caseríos",
    ];

    private static readonly string[] EvaSupports = [.. AnaSent, "eva: apoyar {número}", "eva: sí"];

    private static readonly string[] Asks =
    [
        "coordina: coordinador TRUJILLO-2016",
        "coordina: nueva consulta",
        "coordina: ¿Qué se atiende primero?",
        "coordina: opciones",
        "coordina: Agua\nSeguridad",
        "coordina: enviar",
    ];

    private static readonly string[] EvaResponds = [.. Asks, "eva: responder", "eva: sí", "eva: 1"];

    private static readonly string[] Table =
    [
        "facilita: mesa",
        "facilita: sí",
        "facilita: academia 3 mujeres 2 hombres, municipios 1 hombre",
    ];

    private static readonly string[] EvaSits = [.. Table, "eva: asiento {código}", "eva: sí", .. EvaSaysWhoSheIs];

    /// <summary>The person has a profile, a response, a draft and a submitted aporte.</summary>
    private static readonly string[] EvaDidAll =
    [
        .. EvaResponds,
        "eva: aporte",
        "eva: Pozos",
        "eva: enviar",
        .. EvaSaysWhoSheIs,
        "eva: aporte",
        "eva: Un borrador que no se envía",
    ];

    /// <summary>The person's other device has a draft.</summary>
    private static readonly string[] EvaIsTwo =
    [
        .. EvaContributes,
        "eva: enviar",
        "eva2: presentarme",
        "eva2: sí",
        "eva2: Eva",
        "eva2: JUSHCAMIL",
        "eva2: academia",
        "eva2: mujer",
        "eva2: aporte",
        "eva2: Un borrador",
        "eva: vincular",
        "eva2: vincular {código}",
        "eva2: vincular sí",
        "eva: hola",
        "eva: vincular sí",
    ];

    public static ImmutableSortedDictionary<string, string[]> All { get; } =
        new Dictionary<string, string[]>
        {
            ["perfil completado"] = AnaIntroducesHerself,
            ["perfil corregido"] = [.. AnaProposes, "ana: corregir mis datos", "ana: editar 3", "ana: academia", "ana: enviar"],
            ["ficha empezada"] = [.. AnaProposes, "ana: 1"],
            ["ficha enviada"] = AnaSent,
            ["ficha pegada"] =
            [
                .. AnaProposes,
                "ana: cancelar",
                "ana: 1. Componente: Comunidades seguras\n2. Propuesta de compromiso: Cisternas de agua\n3. Problema "
                    + "público identificado: No hay agua",
            ],
            ["ficha descartada"] = [.. AnaFills, "ana: cancelar", "ana: sí"],
            ["ficha recuperada"] = [.. AnaFills, "ana: cancelar", "ana: sí", "ana: deshacer"],
            ["ficha de una mesa enviada"] =
            [
                .. Table,
                "facilita: proponer",
                "facilita: 1",
                "facilita: Cisternas de agua",
                "facilita: enviar",
                "facilita: enviar",
            ],
            ["aporte enviado"] = [.. EvaContributes, "eva: enviar"],
            ["aporte enviado por quien dice quién es"] = ["eva: aporte", "eva: sí", "eva: Pozos", "eva: enviar", .. EvaSaysWhoSheIs],
            ["ficha sumada a otra"] = [.. AnaSent, .. EvaContributes, "eva: sumar 1"],
            ["consulta abierta"] = Asks,
            ["consulta respondida"] = EvaResponds,
            ["respuesta cambiada"] = [.. EvaResponds, "eva: responder 1", "eva: 2"],
            ["apoyo dado"] = EvaSupports,
            ["apoyo retirado"] = [.. EvaSupports, "eva: retirar apoyo {número}"],
            ["coordinación tomada"] = ["coordina: coordinador TRUJILLO-2016"],
            ["mesa abierta"] = Table,
            ["mesa corregida"] = [.. Table, "facilita: editar mesa", "facilita: academia 3 mujeres 3 hombres"],
            ["mesa con otro código"] = [.. Table, "facilita: código"],
            ["mesa cerrada"] = [.. Table, "facilita: cerrar mesa"],
            ["asiento tomado"] = EvaSits,
            ["asiento tomado por quien ya participa"] = [.. Table, .. EvaContributes, "eva: asiento {código}"],
            ["código pedido"] = ["eva: vincular"],
            ["código aceptado por quien lo escribió"] = ["eva: vincular", "eva2: vincular {código}", "eva2: vincular sí"],
            ["vínculo rechazado"] = ["eva: vincular", "eva2: vincular {código}", "eva2: vincular no"],
            ["dos canales vinculados"] =
            [
                .. EvaResponds,
                "eva2: responder",
                "eva2: sí",
                "eva2: 2",
                "eva2: vincular",
                "eva: vincular {código}",
                "eva: vincular sí",
                "eva2: hola",
                "eva2: vincular sí",
            ],
            ["vínculo deshecho"] = [.. EvaIsTwo, "eva2: desvincular", "eva2: desvincular sí"],
            ["datos borrados"] = [.. EvaDidAll, "eva: borrar mis datos", "eva: borrar"],
            ["datos de dos canales borrados"] = [.. EvaIsTwo, "eva2: borrar mis datos", "eva2: borrar"],
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
