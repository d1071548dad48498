namespace AgaBot.Plans;

/// <summary>Decides which calendar day it is for the people of the plan.</summary>
public static class LimaCalendar
{
    /// <summary>Peru keeps UTC−5 all year (no summer time since 1994), so no time zone data is needed.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-5);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
