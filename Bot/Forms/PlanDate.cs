namespace AgaBot.Forms;

/// <summary>
/// A date as people write it into a plan: the words, kept for ever, and what they mean where that is defined.
/// </summary>
/// <param name="Words">As the person wrote it, trimmed.</param>
/// <param name="Earliest">The first day it can mean, inclusive; null for a duration and for words not understood.</param>
/// <param name="Latest">The last day it can mean, inclusive, because people say "en julio" and mean its 31st too.</param>
/// <param name="DurationMonths">For "6 meses": months from a start that the words do not name.</param>
public sealed record PlanDate(string Words, DatePrecision Precision, DateOnly? Earliest = null, DateOnly? Latest = null, int? DurationMonths = null)
{
    /// <summary>Words that were not understood, kept as they are.</summary>
    public static PlanDate AsWords(string words) => new(words, DatePrecision.Words);
}

/// <summary>How exact a plan date is. Stored by name: never rename.</summary>
public enum DatePrecision
{
    Words,
    Day,
    PartOfMonth,
    Month,
    Quarter,
    Half,
    PartOfYear,
    Year,
    Range,
    Duration,
}
