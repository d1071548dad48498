using System.Text;
using AgaBot.Forms;
using AgaBot.Forms.Budgets;
using AgaBot.Forms.Reading;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Bench.Documents;

/// <summary>A file or a text that somebody might send, and how it is read.</summary>
/// <param name="Name">Its kind, and the seed that makes it again.</param>
/// <param name="Sent">The bytes that are sent.</param>
/// <param name="Unpacked">The bytes that reading may unpack, at least those that are sent.</param>
/// <param name="Read">Reads it within a budget.</param>
internal sealed record HostileInput(string Name, ReadOnlyMemory<byte> Sent, int Unpacked, Action<ReadingBudget> Read)
{
    private static readonly DateOnly Today = new(2016, 5, 11);

    /// <summary>Maximum bytes of a message.</summary>
    private const int LargestMessage = 1024 * 1024;

    /// <summary>The inputs of the attacks that were seen, as large as the limits allow, and those that reading the code suggests.</summary>
    public static IEnumerable<HostileInput> Seen()
    {
        yield return Word(
            "unread lines and a periodic answer",
            HostileWord.Paragraphs(
                Lines("ababccabab", DocumentLimits.Paragraphs - 10) + "Propuesta: x\nProblema: " + Repeat("ab", DocumentLimits.WordText / 5)
            )
        );
        yield return Word(
            "direction marks",
            HostileWord.Paragraphs(
                "Problema: " + new string('\u202E', DocumentLimits.WordText / 3) + new string('\u2069', DocumentLimits.WordText / 3)
            )
        );
        yield return Word("empty paragraphs", Repeat("<w:p/>", (DocumentLimits.Body / 6) - 100));
        yield return Word("empty elements", Repeat("<w:p/>", DocumentLimits.Paragraphs - 10) + Repeat("<a/>", DocumentLimits.Elements / 2));
        foreach (Reader reader in Readers)
        {
            yield return Text("direction marks", reader, new string('\u202E', 160_000) + new string('\u2069', 160_000));
            yield return Text("combining marks", reader, "a" + Repeat("\u0300\u0316", 200_000));
            yield return Text("spacing marks", reader, "a" + Repeat("\u302E\U0001D165", 149_000));
            yield return Text("a cell of many lines", reader, "x\ty\n" + Lines("a", 4_900) + "Propuesta: x\nObjetivo: y");
            yield return Text(
                "a heading of many cells",
                reader,
                "Acciones\tInicio\tFin" + Repeat("\tx", 9_000) + "\n" + Repeat("x\t", 9_000)
            );
            yield return Text("empty cells", reader, new string(';', 39_000));
            yield return Text("entries", reader, Repeat("a y b, ", 140_000));
            yield return Text("lines that end in a range", reader, Lines("ab, de abril de junoi, de marzoo, de abrill a juniio", 700));
        }
    }

    /// <summary>An input made from a seed; the same seed makes the same input.</summary>
    /// <param name="most">Maximum bytes, unpacked.</param>
    public static HostileInput Of(int seed, int most)
    {
        var random = new Random(seed);
        int length = HostileText.Few(random, most);
        return random.Next(2) == 0
            ? Word($"Word, seed {seed}", HostileWord.Of(random, length), length)
            : Text($"seed {seed}", Readers[random.Next(Readers.Count)], HostileText.Of(random, Math.Min(length, LargestMessage / 2)));
    }

    private static HostileInput Word(string name, string body) => Word($"Word, {name}", HostileWord.Package(body), body.Length);

    private static HostileInput Word(string name, byte[] file, int unpacked) =>
        new(
            name,
            file,
            Math.Max(file.Length, Math.Min(unpacked, DocumentLimits.Body)),
            budget => ImportResult.Of(file, PlanQuestionLabels.None, budget)
        );

    private static HostileInput Text(string name, Reader reader, string text)
    {
        byte[] sent = Encoding.UTF8.GetBytes(text);
        return new HostileInput(
            $"{reader.Name}, {name}",
            sent,
            sent.Length,
            budget =>
                budget.Run<object?>(
                    () =>
                    {
                        ReadingBudget.Allow(DocumentLimits.StepsOf(text));
                        reader.Read(text);
                        return null;
                    },
                    () => null
                )
        );
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Lines(string line, int times) => Repeat(line + "\n", times);

    /// <summary>A text is pasted, or is the answer to a question of each kind.</summary>
    private static IReadOnlyList<Reader> Readers =>
        [
            new Reader("paste", static text => PlainTextReader.Read(text)),
            new Reader("numbered paste", static text => PlainTextReader.ReadNumbered(text)),
            .. Questions.Select(static question => new Reader(question.Id, text => AnswerReader.Read(question, text, Today))),
        ];

    private sealed record Reader(string Name, Action<string> Read);

    /// <summary>A question of each kind, as the forms have them.</summary>
    public static IReadOnlyList<Question> Questions { get; } =
    [
        new Question.Text("text", true, Multiline: true),
        new Question.Text("line", true, Multiline: false) { LeadIns = ["me llamo", "mi nombre es"] },
        new Question.List("list", true) { Names = new SomeNames() },
        new Question.List("lines", true) { OneALine = true },
        new Question.Rows(
            FichaForm.Acciones,
            true,
            [
                new Column("accion", ColumnKind.Text, true) { Headings = ["accion", "acciones"] },
                new Column("inicio", ColumnKind.PlanDate, false) { Headings = ["inicio"] },
                new Column("fin", ColumnKind.PlanDate, false) { Headings = ["fin"] },
            ]
        ),
        new Question.HeadCount("count", true, Options, 500),
        new Question.Choice("choice", true, Options),
        new Question.PlanDate("when", true),
        new Question.Date("day", true),
        new Question.Number("number", true, 0, 1_000_000),
        new Question.YesNo("yes", true),
    ];

    private static System.Collections.Immutable.ImmutableArray<Option> Options =>
        [
            new Option("civil", "Sociedad civil", ["organizaciones sociales"]),
            new Option("publico", "Sector público", ["estado"]),
            new Option("privado", "Sector privado", ["empresas"]),
        ];

    /// <summary>Names as costly to look up as those of a directory.</summary>
    private sealed class SomeNames : IKnownNames
    {
        private static readonly HashSet<string> Names = ["ministerio economia y finanzas", "ministerio salud"];

        public bool IsName(string words) => Names.Contains(AgaBot.Forms.Normalization.Folding.ToWords(words));

        public bool IsNameOrOfKind(string words) => IsName(words);
    }
}
