namespace AgaBot.Forms;

/// <summary>A word, number or mark of a date, and everything that it can mean there.</summary>
/// <param name="Value">The number, month, months of a unit, or place in an order that the kind speaks of.</param>
/// <param name="Digits">How many digits a number was written with, because "16" is no year where "2016" is.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Value = 0, int Digits = 0)
{
    public const int FirstYear = 1900;

    public const int LastYear = 2199;

    /// <summary>The last place in an order, whatever its length: "último trimestre".</summary>
    public const int Last = 0;

    public bool IsMark => Kind is DateTokenKind.Slash or DateTokenKind.Dash or DateTokenKind.Dot;

    public int? Month => Of(DateTokenKind.Month);

    public int? MonthNumber => Kind == DateTokenKind.Number && Digits <= 2 && Value is >= 1 and <= 12 ? Value : null;

    public int? Day => Kind is DateTokenKind.Number or DateTokenKind.Ordinal && Digits <= 2 && Value is >= 1 and <= 31 ? Value : null;

    public int? Year => Kind == DateTokenKind.Number && Digits == 4 && Value is >= FirstYear and <= LastYear ? Value : null;

    /// <summary>A year of this century by its last two digits, where a mark makes it plain that it is one.</summary>
    public int? ShortYear => Kind == DateTokenKind.Number && Digits == 2 ? 2000 + Value : Year;

    /// <summary>A place in an order; a bare number may be one ("1 trimestre 2017").</summary>
    public int? Nth => Kind is DateTokenKind.Ordinal or DateTokenKind.Roman || (Kind == DateTokenKind.Number && Digits == 1) ? Value : null;

    public int? Count => Kind == DateTokenKind.Number && Digits <= 3 ? Value : null;

    public int? Stage => Of(DateTokenKind.Stage);

    /// <summary>The months of one unit.</summary>
    public int? Unit => Kind is DateTokenKind.Unit or DateTokenKind.Units ? Value : null;

    public int? Quarter => Of(DateTokenKind.Quarter);

    public int? Half => Of(DateTokenKind.Half);

    public int? DaysFromToday => Of(DateTokenKind.DaysFromToday);

    public DayOfWeek? Weekday => Kind == DateTokenKind.Weekday ? (DayOfWeek)Value : null;

    public static DateToken OfYear(int year) => new(DateTokenKind.Number, year, 4);

    public bool Is(DateTokenKind kind) => Kind == kind;

    private int? Of(DateTokenKind kind) => Kind == kind ? Value : null;
}

internal enum DateTokenKind
{
    Number,
    Ordinal,
    Roman,
    Month,
    Weekday,

    /// <summary>Inicios, mediados, fines.</summary>
    Stage,

    /// <summary>One month, quarter, half-year or year; the value is its months.</summary>
    Unit,

    /// <summary>The same in the plural, which counts and never orders: "2 trimestres".</summary>
    Units,

    /// <summary>"Q1", "T1".</summary>
    Quarter,

    /// <summary>"S1", "H1".</summary>
    Half,
    Fortnight,

    /// <summary>"Mitad", "half".</summary>
    Middle,

    /// <summary>"Medio", half of a unit.</summary>
    HalfOf,
    This,
    Next,
    DaysFromToday,
    Slash,
    Dash,
    Dot,

    /// <summary>"A", which may also lead in: "a fines de julio".</summary>
    At,
    To,
    From,
    And,
    In,
    During,
}
