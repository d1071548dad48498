using AgaBot.Bench.Documents;
using AgaBot.Forms.Budgets;
using AgaBot.Forms.Reading;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Tests.Forms.Reading;

/// <summary>
/// Twice the input is about twice the work, for every reader and for text that repeats what costs most. Work is counted in steps and in
/// allocated bytes, which are the same on every machine; copying a growing text again and again shows in the bytes.
/// </summary>
public sealed class GrowthTests
{
    private const double MostGrowth = 2.4;

    /// <summary>Work that does not depend on the input.</summary>
    private const int Fixed = 100_000;

    private static readonly DateOnly Today = new(2016, 5, 11);

    /// <summary>What is repeated, and what stands before and after it.</summary>
    private static readonly (string Before, string Again, string After)[] Shapes =
    [
        ("", "a", ""),
        ("", "a\n", ""),
        ("", "\n", ""),
        ("", ";", ""),
        ("a", ";a", ""),
        ("", "a, ", ""),
        ("", "a y b, ", ""),
        ("", "a y ", ""),
        ("", "(", ""),
        ("", "()", ""),
        ("", ":", ""),
        ("", "A:", ""),
        ("", "\t", ""),
        ("x\ty\n", "a\n", ""),
        ("x\ty\n", "1\n", ""),
        ("\"", "\"\"\t", ""),
        ("Acciones\tInicio\tFin", "\tx", "\nx\ty\tz"),
        ("Acciones\tInicio\tFin\n", "x\t", ""),
        ("Acciones\tInicio\tFin\n", "x\n", ""),
        ("\tComponente\n\tx\n\tPropuesta\n\ty\n", "a\n", ""),
        ("Componente: 1\nPropuesta: ", "ab", "\nab"),
        ("Componente: 1\nPropuesta: x\nAcciones:\n", "junoi; abrill\n", ""),
        ("", "Componente: 1\nPropuesta: x\n", ""),
        ("", "1. ", ""),
        ("3.", " ", "1"),
        ("", "3 mujeres ", ""),
        ("", "ab, de abril de junoi ", ""),
        ("", "{HYPERLINK ", ""),
        ("", "HYPERLINK \"", ""),
        ("", "\u0013", ""),
        ("", "\u00A0", ""),
        ("", "\u202E", ""),
        ("", "\u2066", ""),
        ("", "\u202E\u2069", ""),
        ("a", "\u0300\u0316", ""),
        ("a", "\u302E\U0001D165", ""),
        ("", "\U0001F600", ""),
    ];

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (string reader in HostileInput.Questions.Select(static question => question.Id).Concat(["paste", "numbered", "file"]))
            {
                for (int shape = 0; shape < Shapes.Length; shape++)
                    cases.Add(reader, shape);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Twice_the_text_is_about_twice_the_work(string reader, int shape)
    {
        (string before, string again, string after) = Shapes[shape];
        // Within the limits of lines, so that nothing is refused unread.
        int times = again.EndsWith('\n') ? 400 : 8_000 / again.Length;

        (long steps, long bytes) = Work(reader, Text(times));
        (long twiceSteps, long twiceBytes) = Work(reader, Text(2 * times));

        Assert.InRange(twiceSteps, 0, (long)(MostGrowth * steps) + Fixed);
        Assert.InRange(twiceBytes, 0, (long)(MostGrowth * bytes) + Fixed);

        string Text(int count) => before + string.Concat(Enumerable.Repeat(again, count)) + after;
    }

    /// <summary>Each closing mark once looked for its opening mark among all that were open.</summary>
    [Fact]
    public void Marks_that_close_nothing_cost_a_step_each()
    {
        const int marks = 100_000;

        (long steps, _) = Work("text", new string('\u202E', marks) + new string('\u2069', marks));

        Assert.InRange(steps, 2 * marks, 20 * marks);
    }

    private static (long Steps, long Bytes) Work(string reader, string text)
    {
        // The first reading pays for what is prepared once.
        Read(reader, text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long steps = Read(reader, text);
        return (steps, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long Read(string reader, string text)
    {
        var budget = new ReadingBudget(long.MaxValue / 2);
        budget.Run<object?>(
            () =>
                reader switch
                {
                    "paste" => PlainTextReader.Read(text),
                    "numbered" => PlainTextReader.ReadNumbered(text),
                    "file" => WordDocumentReader.Read(
                        HostileWord.Package(
                            HostileWord.Paragraphs(string.Concat(text.Where(static mark => mark is '\t' or '\n' or >= ' ')))
                        )
                    )
                        is { } blocks
                        ? DocumentReader.Read(blocks, ImportSource.Form, PlanQuestionLabels.None)
                        : null,
                    _ => AnswerReader.Read(HostileInput.Questions.Single(question => question.Id == reader), text, Today),
                },
            () => throw new InvalidOperationException("A limit was met, and the growth beyond it is not seen.")
        );
        return budget.Spent;
    }
}
