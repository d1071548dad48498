namespace AgaBot.Plans;

/// <summary>Decides which calendar day it is for the people of the plan.</summary>
public static class LimaCalendar
{
    /// <summary>Peru keeps UTC−5 all year (no summer time since 1994), so no time zone data is needed.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-5);

    /// <summary>When people do not mind that the bot speaks first.</summary>
    private const int FirstHour = 9;

    private const int LastHour = 18;

    /// <summary>How long it is until somebody may be written to who has not just written; nothing during the day.</summary>
    public static TimeSpan UntilDaytime(DateTimeOffset instant)
    {
        DateTime here = instant.ToOffset(Offset).DateTime;
        return here.Hour switch
        {
            < FirstHour => here.Date.AddHours(FirstHour) - here,
            >= LastHour => here.Date.AddDays(1).AddHours(FirstHour) - here,
            _ => TimeSpan.Zero,
        };
    }

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
