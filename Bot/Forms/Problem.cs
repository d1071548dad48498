using System.Collections.Immutable;

namespace AgaBot.Forms;

/// <summary>Why an answer was refused, with what a sentence about it needs.</summary>
public abstract record Problem
{
    private Problem() { }

    /// <summary>A required question cannot be empty or skipped.</summary>
    public sealed record Required : Problem;

    public sealed record NoSuchOption(string Words) : Problem;

    /// <summary>Two or more options fit.</summary>
    public sealed record Ambiguous(string Words, ImmutableArray<string> OptionIds) : Problem;

    /// <param name="Kept">Of <paramref name="Length"/>, what was said in messages before and is kept.</param>
    public sealed record TooLong(int Length, int Max, int Kept = 0) : Problem;

    public sealed record TooMany(int Count, int Max) : Problem;

    /// <summary>A date not understood, asked about once: the same words again are kept as words.</summary>
    public sealed record UnclearDate(string Words) : Problem;

    public sealed record NotADate(string Words) : Problem;

    public sealed record NotANumber(string Words) : Problem;

    public sealed record OutOfRange(decimal Value, decimal Min, decimal Max) : Problem;

    /// <summary>How many women and how many men there are cannot be told from the words about one group.</summary>
    public sealed record UnclearCount(string Words) : Problem;

    public sealed record NeitherYesNorNo(string Words) : Problem;

    /// <summary>A row without its required cell. <paramref name="Number"/> counts the lines of this message from 1.</summary>
    public sealed record RowIncomplete(int Number, string ColumnId) : Problem;

    /// <summary>A date alone for a row that has several: which of them it is cannot be told.</summary>
    public sealed record WhichDate(string Words) : Problem;
}
