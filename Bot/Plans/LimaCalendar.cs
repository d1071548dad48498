namespace AgaBot.Plans;

/// <summary>Converts instants to calendar days in Peru.</summary>
public static class LimaCalendar
{
    /// <summary>Peru has used UTC−5 all year since 1994, so no time zone data is needed.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-5);

    /// <summary>First and last hour at which the bot may write to a person who has not just written.</summary>
    private const int FirstHour = 9;

    private const int LastHour = 18;

    /// <summary>Time until the bot may write to a person who has not just written; zero during the day.</summary>
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

    /// <summary>From 3 to 5 h, when nearly nobody writes.</summary>
    public static bool IsDeepNight(DateTimeOffset instant) => instant.ToOffset(Offset).Hour is 3 or 4;

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
