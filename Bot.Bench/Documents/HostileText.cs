using System.Globalization;
using System.Text;

namespace AgaBot.Bench.Documents;

/// <summary>Makes text that costs a reader more than other text of its length: repetition, periods, marks, labels, dates.</summary>
internal static class HostileText
{
    /// <summary>What lines are made of. Each has made a reader slow, or looks as if it might.</summary>
    private static readonly string[] Atoms =
    [
        "a",
        "ab",
        "ababccabab",
        "Ab ",
        " ",
        "\t",
        ";",
        "; ",
        ":",
        ": ",
        "=",
        "|",
        "\"",
        "\"\"",
        "(",
        ")",
        "()",
        ".",
        ". ",
        ",",
        ", ",
        " y ",
        " e ",
        " and ",
        "- ",
        " - ",
        " – ",
        "1",
        "1. ",
        "12) ",
        "2016",
        " de ",
        " entre ",
        "?",
        "¿",
        "·\t",
        "o\t",
        "ñÁ",
        "\u202E",
        "\u2069",
        "\u2066",
        "\u202C",
        "\u0300",
        "\u0316",
        "e\u0301",
        "\u302E",
        "\U0001D165",
        "\U0001F600",
        "漢",
        "가",
        "\u1F82",
        "\u0013",
        "\u0014",
        "\u0015",
        "\u00A0",
        "\uF0B7",
        "{HYPERLINK ",
        "HYPERLINK \"",
        "PAGEREF _",
        " \\* MERGEFORMAT",
        "Componente",
        "Componente: ",
        "Propuesta de compromiso",
        "Propuesta: ",
        "Problema: ",
        "Problema público (breve descripción): ",
        "Objetivo: ",
        "Responsable: ",
        "Corresponsables: ",
        "Acciones",
        "Acciones: ",
        "Acciones\tInicio\tFin",
        "Fecha de cumplimiento: ",
        "Inicio: ",
        "Fin: ",
        "Ficha de compromiso",
        "Aportes",
        "propuesta;",
        "A ",
        "Jun 2016",
        "junoi",
        "setiembrre",
        "diciembre de 2017",
        "a fines de ",
        "tres",
        "3 mujeres 2 hombres",
        "Ministerio de Economía y Finanzas",
        "Municipalidad Provincial de Trujillo",
        "Ministreio de Salud",
        "&nbsp;&lt;b&gt;",
        "&",
        "<",
    ];

    /// <summary>A text of lines.</summary>
    /// <param name="length">About the number of UTF-16 code units.</param>
    public static string Of(Random random, int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            int lines = Few(random, 2_000);
            string line = Line(random, Math.Min(length - text.Length, 1 + Few(random, length)));
            // Equal lines, lines that differ in a number, or one line.
            bool numbered = random.Next(3) == 0;
            for (int count = 0; count < lines && text.Length < length; count++)
            {
                text.Append(line);
                if (numbered)
                    text.Append(count.ToString(CultureInfo.InvariantCulture));
                text.Append(random.Next(40) == 0 ? "\r\n" : "\n");
            }
        }
        return text.ToString();
    }

    /// <summary>A line: a few atoms, one of them repeated.</summary>
    public static string Line(Random random, int length)
    {
        var line = new StringBuilder();
        for (int atoms = random.Next(1, 5); atoms > 0; atoms--)
        {
            string atom = Atoms[random.Next(Atoms.Length)] + (random.Next(2) == 0 ? Atoms[random.Next(Atoms.Length)] : "");
            int times = random.Next(3) == 0 ? Math.Max(1, (length - line.Length) / atom.Length) : 1;
            for (int count = 0; count < times; count++)
                line.Append(atom);
        }
        return line.ToString();
    }

    /// <summary>A number up to <paramref name="most"/>, each order of magnitude as likely as another.</summary>
    public static int Few(Random random, int most) => (int)Math.Exp(random.NextDouble() * Math.Log(Math.Max(1, most)));
}
