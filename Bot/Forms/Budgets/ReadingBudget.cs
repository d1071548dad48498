namespace AgaBot.Forms.Budgets;

/// <summary>
/// The work that one text or document may cost, in steps. A step is one UTF-16 code unit that is looked at, or work that takes as long. The
/// readers spend steps, so that the limit is the same on every machine and a test can compare the work of two inputs
/// (docs/decisions/0038).
/// </summary>
/// <param name="steps">Steps that the reading may cost whatever its input; <see cref="Allow"/> adds those of the input.</param>
/// <param name="cancellationToken">Ends the reading at its next step.</param>
public sealed class ReadingBudget(long steps, CancellationToken cancellationToken = default)
{
    /// <summary>
    /// The budget of the reading that runs on this thread. The functions that spend are called from everywhere, and a call that is not
    /// handed a budget must not be free.
    /// </summary>
    [ThreadStatic]
    private static ReadingBudget? current;

    public long Spent { get; private set; }

    /// <summary>The limit of <see cref="Spent"/>, with the steps of the input so far.</summary>
    public long Allowed { get; private set; } = steps;

    /// <summary>Spends steps of the reading that runs on this thread, if one does.</summary>
    /// <exception cref="ReadingLimitException">The budget is spent.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static void Spend(int steps) => current?.Take(steps);

    /// <summary>Adds steps for input that was met.</summary>
    public static void Allow(long steps)
    {
        if (current is { } budget)
            budget.Allowed += steps;
    }

    /// <summary>Reads within this budget. The function must not wait: the budget belongs to the thread.</summary>
    /// <param name="beyond">The result of a reading that goes beyond the budget or another limit.</param>
    public T Run<T>(Func<T> read, Func<T> beyond)
    {
        ReadingBudget? outer = current;
        current = this;
        try
        {
            return read();
        }
        catch (ReadingLimitException)
        {
            return beyond();
        }
        finally
        {
            current = outer;
        }
    }

    private void Take(int steps)
    {
        Spent += steps;
        cancellationToken.ThrowIfCancellationRequested();
        if (Spent > Allowed)
            throw new ReadingLimitException();
    }
}
