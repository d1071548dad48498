namespace AgaBot.Forms.Dates;

/// <summary>A date as people write it into a plan: the words, which are always kept, and their meaning if it is defined.</summary>
/// <param name="Words">As the person wrote them, trimmed.</param>
/// <param name="Earliest">First possible day, inclusive; null for a duration, for words not understood, and for "hasta julio".</param>
/// <param name="Latest">Last possible day, inclusive, because "en julio" includes its 31st; null also for "desde julio".</param>
/// <param name="DurationMonths">For "6 meses": months from an unnamed start.</param>
/// <param name="DurationDays">For "45 días": days, in addition to or instead of months.</param>
public sealed record PlanDate(
    string Words,
    DatePrecision Precision,
    DateOnly? Earliest = null,
    DateOnly? Latest = null,
    int? DurationMonths = null,
    int? DurationDays = null
)
{
    /// <summary>Words that were not understood.</summary>
    public static PlanDate AsWords(string words) => new(words, DatePrecision.Words);
}

/// <summary>The precision of a plan date. Stored by name: never rename.</summary>
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

    /// <summary>From one date to another; one of them may be open.</summary>
    Range,
    Duration,
}
