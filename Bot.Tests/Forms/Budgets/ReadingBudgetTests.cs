using AgaBot.Forms.Budgets;
using AgaBot.Forms.Normalization;

namespace AgaBot.Tests.Forms.Budgets;

public sealed class ReadingBudgetTests
{
    [Fact]
    public void A_reading_within_its_budget_gives_its_result_and_tells_its_steps()
    {
        var budget = new ReadingBudget(100);

        Assert.Equal("si", budget.Run(() => Folding.ToWords("Sí"), () => "beyond"));
        Assert.InRange(budget.Spent, 2, 100);
    }

    [Fact]
    public void A_reading_beyond_its_budget_ends() =>
        Assert.Equal("beyond", new ReadingBudget(100).Run(() => Folding.ToWords(new string('a', 1_000)), () => "beyond"));

    [Fact]
    public void Input_that_is_met_brings_its_own_steps() =>
        Assert.Equal(
            "a",
            new ReadingBudget(1).Run(
                () =>
                {
                    ReadingBudget.Allow(100);
                    return Folding.ToWords("a");
                },
                () => "beyond"
            )
        );

    [Fact]
    public void A_cancelled_reading_ends_at_its_next_step()
    {
        using var gone = new CancellationTokenSource();
        var budget = new ReadingBudget(1_000_000, gone.Token);
        int lines = 0;

        Assert.Throws<OperationCanceledException>(() =>
            budget.Run(
                () =>
                {
                    for (; lines < 1_000; lines++)
                    {
                        if (lines == 3)
                            gone.Cancel();
                        Folding.ToWords("a");
                    }
                    return "read";
                },
                () => "beyond"
            )
        );
        Assert.Equal(3, lines);
    }

    [Fact]
    public void Outside_of_a_reading_nothing_is_counted()
    {
        var budget = new ReadingBudget(100);
        budget.Run(() => "", () => "");

        Folding.ToWords(new string('a', 1_000));

        Assert.Equal(0, budget.Spent);
    }
}
