namespace AgaBot.Forms.Budgets;

/// <summary>A text or document is beyond a limit. <see cref="ReadingBudget.Run"/> turns this into a result.</summary>
public sealed class ReadingLimitException : Exception;
