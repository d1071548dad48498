using System.Text.Json.Nodes;

namespace AgaBot.Bench.Fuzz;

/// <summary>Values that often cause faults in programs, and words that the bot knows.</summary>
internal static class OddValues
{
    /// <summary>Some people become coordinators with this code.</summary>
    public const string AccessCode = "FUZZ-2016-0000";

    private static readonly string[] Words =
    [
        "coordinador " + AccessCode,
        "nueva consulta",
        "abierta",
        "opciones",
        "cambiar respuesta 2 por abierta",
        "cambiar respuesta 2 por opciones",
        "cambiar la 2",
        "editar fila 1",
        "quitar la última",
        "ver lo respondido",
        "seguir",
        "descartar",
        "deshacer",
        "mesa",
        "cerrar mesa",
        "3 mujeres 2 hombres",
        "apoyar",
        "apoyar 1",
        "sumar 1",
        "ignorar",
        "mis datos",
        "corregir mis datos",
        "borrar mis datos",
        "ficha en blanco",
        "glosario",
        "¿qué es corresponsable?",
        "vincular",
        "exportar",
        "hola",
        "proponer",
        "aporte",
        "mis fichas",
        "retomar",
        "consultas",
        "responder",
        "responder 1",
        "avance",
        "ayuda",
        "atrás",
        "saltar",
        "editar 3",
        "editar 0",
        "editar 99999999999999999999",
        "cancelar",
        "reiniciar",
        "enviar",
        "idioma",
        "language en",
        "más",
        "listo",
        "sí",
        "no",
        "coordinador 0000",
        "coordinador",
        "quitar 1",
        "1",
        "2",
        "0",
        "-1",
        "1e9",
        "Comunidades seguras",
        "Gobierno Regional",
        "mujer",
        "julio 2017",
        "31/02/2017",
        "I trimestre 2017",
        "6 meses",
        "fines de 99999",
        "a; b; c; d; e",
        ";;;",
        "x; Jun 2016; Jul 2017",
        "\"enviar\"",
        "«proponer»",
    ];

    private static readonly string[] Strings =
    [
        "",
        " ",
        "\0",
        "\t\r\n",
        "null",
        "true",
        "NaN",
        "${name}",
        "{{x}}",
        "[texto](javascript:alert(1))",
        "<at>AgaBot</at> avance",
        "<at></at>",
        "<at>",
        "&nbsp;&lt;b&gt;",
        "' OR 1=1 --",
        "../../etc/passwd",
        "..",
        ".",
        "/",
        "\\",
        "?#&=%00",
        "http://127.0.0.1:1/",
        "https://example.com",
        "file:///etc/passwd",
        "\u202Eodasrever",
        "\u200B\u200B",
        "e\u0301\u0301\u0301",
        "ﷺ",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "\uFEFFhola",
        "İıſK",
        "ñandú",
        "\uFFFE\uFFFF",
        "\u2028\u2029",
        "𝒽𝑜𝓁𝒶",
        "9999-99-99T99:99:99Z",
        "0001-01-01T00:00:00Z",
        "00000000-0000-0000-0000-000000000000",
    ];

    private static readonly int[] Lengths = [100, 181, 1_001, 2_001, 20_000, 100_001];

    public static string Word(Random random) => random.GetItems(Words, 1)[0];

    public static string Text(Random random) =>
        random.Next(10) switch
        {
            < 5 => Word(random),
            < 8 => random.GetItems(Strings, 1)[0],
            8 => string.Join(random.GetItems([" ", "\n", ", ", "; "], 1)[0], random.GetItems(Words, random.Next(2, 40))),
            _ => string.Concat(Enumerable.Repeat(random.GetItems(Strings, 1)[0] + "a", random.GetItems(Lengths, 1)[0] / 4)),
        };

    public static JsonNode? Node(Random random, int depth = 0) =>
        random.Next(depth > 4 ? 8 : 10) switch
        {
            0 => null,
            1 => random.Next(2) == 0,
            2 => random.Next(-2, 3),
            3 => random.NextInt64(),
            4 => JsonNode.Parse(random.GetItems(["1e308", "-0", "0.1", "123456789012345678901234567890"], 1)[0]),
            < 8 => Text(random),
            8 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Node(random, depth + 1))]),
            _ => new JsonObject(
                Enumerable.Range(0, random.Next(4)).Select(i => KeyValuePair.Create($"{Word(random)}{i}", Node(random, depth + 1)))
            ),
        };

    /// <summary>Arrays nested to the given depth.</summary>
    public static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
