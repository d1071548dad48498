namespace AgaBot.Forms.Dates;

/// <summary>A word, number or mark of a date, with all its possible meanings.</summary>
/// <param name="Value">The number, month, months of a unit, or ordinal, depending on the kind.</param>
/// <param name="Digits">Number of digits as written: "2016" is a year, "16" is not. A number in words has none.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Value = 0, int Digits = 0)
{
    public const int FirstYear = 1900;

    public const int LastYear = 2199;

    /// <summary>The last ordinal, whatever the length of the sequence: "último trimestre".</summary>
    public const int Last = 0;

    public const int Early = 0;

    public const int Mid = 1;

    public const int Late = 2;

    public bool IsMark => Kind is DateTokenKind.Slash or DateTokenKind.Dash or DateTokenKind.LooseDash or DateTokenKind.Dot;

    public int? Month => Of(DateTokenKind.Month);

    /// <summary>A number in words has no digits: "mayo veintiuno" is a day, "mayo 21" may be a year.</summary>
    public bool IsInWords => Kind == DateTokenKind.Number && Digits == 0;

    public int? MonthNumber => Kind == DateTokenKind.Number && Digits <= 2 && Value is >= 1 and <= 12 ? Value : null;

    /// <summary>A month number, between two marks: "15-08-2017", "15-VIII-2017".</summary>
    public int? MonthBetweenMarks => MonthNumber ?? (Kind == DateTokenKind.Roman ? Value : null);

    public int? Day => Kind is DateTokenKind.Number or DateTokenKind.Ordinal && Digits <= 2 && Value is >= 1 and <= 31 ? Value : null;

    public int? Year => Kind == DateTokenKind.Number && Digits == 4 && Value is >= FirstYear and <= LastYear ? Value : null;

    /// <summary>A year of this century by its last two digits, after a mark.</summary>
    public int? ShortYear => Kind == DateTokenKind.Number && Digits == 2 ? 2000 + Value : Year;

    /// <summary>An ordinal; a bare number may be one ("1 trimestre 2017").</summary>
    public int? Nth => Kind is DateTokenKind.Ordinal or DateTokenKind.Roman || (Kind == DateTokenKind.Number && Digits <= 1) ? Value : null;

    public int? Count => Kind == DateTokenKind.Number && Digits <= 3 ? Value : null;

    public int? Stage => Of(DateTokenKind.Stage);

    /// <summary>Number of months of one unit.</summary>
    public int? Unit => Kind is DateTokenKind.Unit or DateTokenKind.Units ? Value : null;

    /// <summary>Number of days of one day or week, or of several.</summary>
    public int? DayUnit => Kind is DateTokenKind.DayUnit or DateTokenKind.DayUnits ? Value : null;

    /// <summary>Number of equal parts that a span is divided into: "mitad" 2, "tercio" 3.</summary>
    public int? Parts =>
        Kind switch
        {
            DateTokenKind.Middle => 2,
            DateTokenKind.Third => 3,
            _ => null,
        };

    public int? Quarter => Of(DateTokenKind.Quarter);

    public int? Half => Of(DateTokenKind.Half);

    public int? DaysFromToday => Of(DateTokenKind.DaysFromToday);

    public DayOfWeek? Weekday => Kind == DateTokenKind.Weekday ? (DayOfWeek)Value : null;

    public Holiday? Holiday => Kind == DateTokenKind.Holiday ? (Holiday)Value : null;

    public static DateToken OfYear(int year) => new(DateTokenKind.Number, year, 4);

    private int? Of(DateTokenKind kind) => Kind == kind ? Value : null;
}

internal enum DateTokenKind
{
    Number,
    Ordinal,
    Roman,
    Month,
    Weekday,
    Holiday,

    /// <summary>"Inicios", "mediados", "fines".</summary>
    Stage,

    /// <summary>"Cuando acabe", "al cierre de": the last day of what follows; <see cref="StartOf"/> is its first.</summary>
    EndOf,
    StartOf,

    /// <summary>"Cuando", which with <see cref="Ends"/> ("acabe") is <see cref="EndOf"/>.</summary>
    When,
    Ends,

    /// <summary>One month, quarter, half-year or year; the value is its number of months.</summary>
    Unit,

    /// <summary>The plural of a unit, which is a count and never an ordinal: "2 trimestres".</summary>
    Units,

    /// <summary>One day or week; the value is its number of days.</summary>
    DayUnit,

    /// <summary>The plural of a day or week, which is a count and never an ordinal: "2 semanas".</summary>
    DayUnits,

    /// <summary>"Sem.": a week or a half-year.</summary>
    WeekOrHalf,

    /// <summary>"Q1", "T1".</summary>
    Quarter,

    /// <summary>"S1", "H1".</summary>
    Half,
    Fortnight,

    /// <summary>"Mitad", "half".</summary>
    Middle,

    /// <summary>"Tercio".</summary>
    Third,

    /// <summary>"Medio": half of a unit.</summary>
    HalfOf,
    This,
    Next,
    Past,
    DaysFromToday,

    /// <summary>The plan, whose period gives the days.</summary>
    Plan,
    Slash,
    Dash,

    /// <summary>A dash with a space beside it, which separates what a dash without spaces joins: "jun-16 - jul-17".</summary>
    LooseDash,
    Dot,
    Comma,

    /// <summary>"A", "al", which may also introduce a date: "a fines de julio".</summary>
    At,

    /// <summary>"Hasta".</summary>
    To,

    /// <summary>"Desde", "a partir de".</summary>
    From,
    Between,
    And,
    Or,

    /// <summary>"En", which before a duration counts from today.</summary>
    In,

    /// <summary>"Para", which only introduces a date.</summary>
    On,
    During,

    /// <summary>"Durante", "todo": with them "el año" alone is the current year; "por año" is not.</summary>
    Throughout,

    /// <summary>"Dentro de los próximos": from today for the following duration.</summary>
    Inside,

    /// <summary>"De aquí a", "el resto de": from today to the end of the following span.</summary>
    Hence,

    /// <summary>"A más tardar".</summary>
    Deadline,
    Before,
    After,

    /// <summary>"En adelante".</summary>
    Onward,
}
