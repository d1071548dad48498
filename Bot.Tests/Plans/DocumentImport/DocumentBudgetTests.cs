using AgaBot.Bench.Documents;
using AgaBot.Forms.Budgets;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Tests.Plans.DocumentImport;

/// <summary>What one document may cost. <c>Bot.Bench documents</c> measures the processor time of far more of them.</summary>
public sealed class DocumentBudgetTests
{
    private const int Generated = 400;
    private const int LargestGenerated = 100_000;
    private const long MostAllocated = 64 * 1024 * 1024;

    /// <summary>A single step of many code units may end the budget.</summary>
    private const int LastStep = 12 * DocumentLimits.WordText;

    [Fact]
    public void The_attacks_that_were_seen_are_far_from_their_limit_or_end_before_they_are_read()
    {
        foreach (HostileInput input in HostileInput.Seen())
        {
            ReadingBudget budget = Read(input);

            Assert.True(budget.Spent < budget.Allowed * 3 / 4, $"{input.Name}: {budget.Spent} of {budget.Allowed} steps");
        }
    }

    [Fact]
    public void No_generated_document_or_text_costs_more_steps_than_its_size_allows()
    {
        for (int seed = 0; seed < Generated; seed++)
        {
            HostileInput input = HostileInput.Of(seed, LargestGenerated);
            ReadingBudget budget = Read(input);

            Assert.True(budget.Spent < budget.Allowed + LastStep, $"{input.Name}: {budget.Spent} of {budget.Allowed} steps");
        }
    }

    [Fact]
    public void An_unread_line_is_looked_up_and_not_searched_in_every_answer()
    {
        long lines = StepsOf(5_000, 10_000);

        Assert.InRange(StepsOf(10_000, 20_000), lines, lines * 5 / 2);
    }

    [Theory]
    [InlineData("<w:p/>", DocumentLimits.Paragraphs)]
    [InlineData("<w:tbl/>", DocumentLimits.Tables)]
    [InlineData("<a/>", DocumentLimits.Elements)]
    [InlineData("<w:p><w:r><w:t>0123456789012345678901234567890123456789</w:t></w:r></w:p>", DocumentLimits.WordText / 40)]
    public void Beyond_a_limit_nothing_is_read(string markup, int most)
    {
        Assert.IsNotType<ImportResult.TooMuch>(Read(markup, most - 10));
        Assert.IsType<ImportResult.TooMuch>(Read(markup, most + 1));
    }

    [Fact]
    public void Rows_and_cells_are_limited_too()
    {
        Assert.IsType<ImportResult.TooMuch>(Read("<w:tbl>", "<w:tr/>", DocumentLimits.Rows + 1, "</w:tbl>"));
        Assert.IsType<ImportResult.TooMuch>(Read("<w:tbl><w:tr>", "<w:tc/>", DocumentLimits.Cells + 1, "</w:tr></w:tbl>"));
    }

    [Fact]
    public void An_element_of_more_attributes_than_any_has_is_not_read() =>
        Assert.IsType<ImportResult.TooMuch>(
            Read($"<w:p{string.Concat(Enumerable.Range(0, 20_000).Select(static number => $" a{number}=''"))}/>", 1)
        );

    [Fact]
    public void A_body_of_empty_paragraphs_is_given_up_before_it_fills_the_memory()
    {
        byte[] file = HostileWord.Package(string.Concat(Enumerable.Repeat("<w:p/>", (DocumentLimits.Body / 6) - 100)));
        ImportResult.Of(file);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.IsType<ImportResult.TooMuch>(ImportResult.Of(file));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated / 8);
    }

    [Fact]
    public void A_cancelled_reading_ends() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ImportResult.Of(
                HostileWord.Package(HostileWord.Paragraphs("Propuesta: x")),
                PlanQuestionLabels.None,
                new CancellationToken(canceled: true)
            )
        );

    private static ReadingBudget Read(HostileInput input)
    {
        var budget = new ReadingBudget(DocumentLimits.Steps);
        long before = GC.GetAllocatedBytesForCurrentThread();
        input.Read(budget);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < MostAllocated, $"{input.Name}: {allocated} bytes");
        return budget;
    }

    private static ImportResult Read(string markup, int times) => Read("", markup, times, "");

    private static ImportResult Read(string before, string markup, int times, string after) =>
        ImportResult.Of(HostileWord.Package(before + string.Concat(Enumerable.Repeat(markup, times)) + after));

    /// <summary>Steps of a document of lines that are no answer and of an answer with the same beginning.</summary>
    private static long StepsOf(int lines, int answer)
    {
        var budget = new ReadingBudget(DocumentLimits.Steps);
        byte[] file = HostileWord.Package(
            HostileWord.Paragraphs(
                string.Concat(Enumerable.Repeat("ababccabab\n", lines))
                    + $"Propuesta: x\nProblema: {string.Concat(Enumerable.Repeat("ab", answer))}"
            )
        );
        Assert.IsType<ImportResult.Read>(ImportResult.Of(file, PlanQuestionLabels.None, budget));
        return budget.Spent;
    }
}
