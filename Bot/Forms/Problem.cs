using System.Collections.Immutable;

namespace AgaBot.Forms;

/// <summary>The reason why an answer was refused, with the values that its message needs.</summary>
public abstract record Problem
{
    private Problem() { }

    /// <summary>A required question cannot be empty or skipped.</summary>
    public sealed record Required : Problem;

    public sealed record NoSuchOption(string Words) : Problem;

    /// <summary>At least two options fit.</summary>
    public sealed record Ambiguous(string Words, ImmutableArray<string> OptionIds) : Problem;

    /// <param name="Kept">The part of <paramref name="Length"/> that earlier messages contained and that is kept.</param>
    public sealed record TooLong(int Length, int Max, int Kept = 0) : Problem;

    public sealed record TooMany(int Count, int Max) : Problem;

    /// <summary>A date that is not understood. The bot asks once; the same words again are kept as words.</summary>
    public sealed record UnclearDate(string Words) : Problem;

    public sealed record NotADate(string Words) : Problem;

    public sealed record NotANumber(string Words) : Problem;

    public sealed record OutOfRange(decimal Value, decimal Min, decimal Max) : Problem;

    /// <summary>The numbers of women and men cannot be told from the words about one group.</summary>
    public sealed record UnclearCount(string Words) : Problem;

    /// <summary>Women and men of no named group. The name of one, said next, completes the words.</summary>
    public sealed record UnnamedCount(string Words, int Women, int Men) : Problem;

    public sealed record NeitherYesNorNo(string Words) : Problem;

    /// <summary>A row without its required cell. <paramref name="Number"/> is the line of this message, from 1.</summary>
    public sealed record RowIncomplete(int Number, string ColumnId) : Problem;

    /// <summary>A date alone, for a row with several date columns.</summary>
    public sealed record WhichDate(string Words) : Problem;
}
