namespace AgaBot.Forms.Dates;

/// <summary>
/// A date as people write it into a plan: the words, kept for ever, and what they mean where that is defined.
/// </summary>
/// <param name="Words">As the person wrote it, trimmed.</param>
/// <param name="Earliest">The first day it can mean, inclusive; null for a duration, for words not understood, and for "hasta julio".</param>
/// <param name="Latest">The last day it can mean, inclusive, because people say "en julio" and mean its 31st too; null also for "desde julio".</param>
/// <param name="DurationMonths">For "6 meses": months from a start that the words do not name.</param>
/// <param name="DurationDays">For "45 días": days, beside or instead of months.</param>
public sealed record PlanDate(
    string Words,
    DatePrecision Precision,
    DateOnly? Earliest = null,
    DateOnly? Latest = null,
    int? DurationMonths = null,
    int? DurationDays = null
)
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

    /// <summary>From one date to another; one of the two may be open.</summary>
    Range,
    Duration,
}
