using System.Collections.Frozen;
using AgaBot.Forms.Normalization;
using static AgaBot.Forms.Dates.DateTokenKind;

namespace AgaBot.Forms.Dates;

/// <summary>
/// The date words of Spanish and English, folded, and the idioms whose meaning differs from their words (with underscores, without joining
/// words).
/// </summary>
internal static class DateVocabulary
{
    /// <summary>Number of words in the longest idiom.</summary>
    public const int LongestIdiom = 4;

    /// <summary>Joining words: "15 de agosto del 2017" equals "15 agosto 2017".</summary>
    private static readonly FrozenSet<string> Joining = Set("de del of the el la lo los las que se");

    /// <summary>Hedging words, which are ignored because the form itself asks for an approximate date.</summary>
    private static readonly FrozenSet<string> Hedges = Set(
        "aprox approx aproximado aproximada aproximadamente approximately around about circa tentativo tentativa tentativamente "
            + "mas_o_menos alrededor unos unas fecha_aproximada fecha_tentativa"
    );

    private static readonly FrozenDictionary<string, DateToken[]> Words = Entries().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Suffixes of ordinals: "1er", "2do", "3rd".</summary>
    private static readonly FrozenSet<string> OrdinalEndings = Set("er ero ro era ra do da to ta mo vo no st nd rd th");

    /// <summary>Candidates for misspelt words: long enough to be unambiguous.</summary>
    private static readonly string[] OftenMisspelt =
    [
        .. DateWords.Months.SelectMany(month => month.Split(' ')).Where(word => word.Length > 4),
        "trimestre",
        "semestre",
        "bimestre",
        "quincena",
        "quarter",
        "semester",
        "primer",
        "primera",
        "segundo",
        "segunda",
        "tercer",
        "cuarto",
        "ultimo",
        "proximo",
        "presente",
        "mediados",
        "inicios",
        "principios",
        "finales",
        "navidad",
    ];

    public static bool IsJoining(string word) => Joining.Contains(word);

    public static bool IsOrdinalEnding(string word) => OrdinalEndings.Contains(word);

    /// <summary>The tokens of a word or idiom, none for a hedge; null if it is not a date word.</summary>
    public static DateToken[]? Find(string words) => Hedges.Contains(words) ? [] : Words.GetValueOrDefault(words);

    /// <summary>The tokens of the only word near a misspelt one; null if there is none or more than one.</summary>
    public static DateToken[]? FindMisspelt(string word) =>
        Misspelling.Nearest(word, OftenMisspelt, (one, other) => Words[one].AsSpan().SequenceEqual(Words[other])) is { } meant
            ? Words[meant]
            : null;

    /// <summary>After an ordinal "cuarto" is a quarter and "third" a third: "tercer cuarto de 2016", "first third of July".</summary>
    public static DateToken? FindAfterOrdinal(string word) =>
        word switch
        {
            "cuarto" => new DateToken(Unit, 3),
            "third" => new DateToken(Third),
            _ => null,
        };

    private static IEnumerable<KeyValuePair<string, DateToken[]>> Entries() =>
        [
            .. Numbered(Month, 1, DateWords.Months),
            .. Numbered(Weekday, 0, DateWords.Weekdays),
            .. Numbered(Stage, 0, DateWords.Stages),
            .. Numbered(Ordinal, DateToken.Last, DateWords.Ordinals),
            .. Numbered(Roman, 1, DateWords.Romans),
            .. DateWords.Cardinals.SelectMany(number => Each(number.Words, new DateToken(Number, number.Value))),
            .. DateWords.YearsInWords.SelectMany(year => Each(year.Words, DateToken.OfYear(year.Value))),
            .. DateWords.Holidays.SelectMany(holiday => Each(holiday.Words, new DateToken(DateTokenKind.Holiday, (int)holiday.Day))),
            .. Each("mes month", new DateToken(Unit, 1)),
            .. Each("meses months", new DateToken(Units, 1)),
            .. Each("bimestre", new DateToken(Unit, 2)),
            .. Each("bimestres", new DateToken(Units, 2)),
            .. Each("trimestre trim tri quarter", new DateToken(Unit, 3)),
            .. Each("trimestres quarters", new DateToken(Units, 3)),
            .. Each("cuatrimestre", new DateToken(Unit, 4)),
            .. Each("cuatrimestres", new DateToken(Units, 4)),
            .. Each("semestre semester", new DateToken(Unit, 6)),
            .. Each("semestres semesters", new DateToken(Units, 6)),
            .. Each(
                "ano year ano_fiscal ano_calendario fiscal_year calendar_year ejercicio ejercicio_fiscal ejercicio_presupuestal",
                new DateToken(Unit, 12)
            ),
            .. Each("anos years", new DateToken(Units, 12)),
            .. Each("sem", new DateToken(WeekOrHalf)),
            .. Each("dia day", new DateToken(DayUnit, 1)),
            .. Each("dias days dias_calendario dias_calendarios dias_naturales calendar_days", new DateToken(DayUnits, 1)),
            .. Each("semana week", new DateToken(DayUnit, 7)),
            .. Each("semanas weeks", new DateToken(DayUnits, 7)),
            .. Each("quincena fortnight", new DateToken(Fortnight)),
            .. Each("mitad half", new DateToken(Middle)),
            .. Each("tercio", new DateToken(Third)),
            .. Each("medio media", new DateToken(HalfOf)),
            .. Each("and_a_half", new DateToken(And), new DateToken(HalfOf)),
            .. Each("half_a", new DateToken(HalfOf)),
            .. Each("year_end", new DateToken(Stage, DateToken.Late), new DateToken(Unit, 12)),
            .. Each("este esta presente this en_curso corriente actual current", new DateToken(This)),
            .. Each("proximo proxima proximos proximas siguiente viene entrante next coming", new DateToken(Next)),
            .. Each("pasado pasada anterior past", new DateToken(Past)),
            .. Each("hoy today hoy_dia", new DateToken(DaysFromToday, 0)),
            .. Each("manana tomorrow", new DateToken(DaysFromToday, 1)),
            .. Each("pasado_manana", new DateToken(DaysFromToday, 2)),
            .. Each("a_partir_fecha desde_fecha from_now desde_ahora", new DateToken(From), new DateToken(DaysFromToday, 0)),
            .. Each("plan plan_aga plan_accion vigencia_plan periodo_plan duracion_plan action_plan plan_period", new DateToken(Plan)),
            .. Each("a al", new DateToken(At)),
            .. Each("hasta to until till through", new DateToken(To)),
            .. Each(
                "desde a_partir from since starting starting_in starting_from as as_from no_antes not_before "
                    + "contados_desde contados_a_partir",
                new DateToken(From)
            ),
            .. Each("entre between", new DateToken(Between)),
            .. Each("y e and", new DateToken(And)),
            .. Each("o u or", new DateToken(Or)),
            .. Each("en in dentro within_a", new DateToken(In)),
            .. Each("in_a in_an", new DateToken(In), new DateToken(Number, 1, 1)),
            .. Each("para on hacia at towards", new DateToken(On)),
            .. Each(
                "por for plazo en_plazo en_un_plazo un_plazo plazo_maximo "
                    + "en_un_plazo_maximo por_un_periodo periodo bienio trienio duracion duracion_total",
                new DateToken(During)
            ),
            .. Each("durante during todo toda all whole throughout a_largo en_transcurso", new DateToken(Throughout)),
            .. Each("within en_menos inside", new DateToken(Inside)),
            .. Each("dentro_proximos dentro_proximas en_proximos en_proximas proximos in_next within_next", new DateToken(Inside)),
            .. Each("aqui_a aca_a hoy_a ahora_a resto en_resto lo_resta en_resta resta queda en_queda rest", new DateToken(Hence)),
            .. Each(
                "a_mas_tardar mas_tardar como_maximo maximo max no_mas_alla no_despues fecha_limite limite by "
                    + "no_later_than not_later_than at_latest deadline "
                    + "antes_acabe antes_termine antes_finalice antes_culmine antes_concluya antes_acabar antes_terminar "
                    + "antes_finalizar antes_culminar "
                    + "antes_concluir antes_cierre antes_termino",
                new DateToken(Deadline)
            ),
            .. Each("antes before previo_a", new DateToken(Before)),
            .. Each("despues luego pasadas posterior_a after", new DateToken(After)),
            .. Each("en_adelante adelante a_mas onward onwards on_wards", new DateToken(Onward)),
            .. Each(
                "al_acabar al_terminar al_finalizar al_culminar al_concluir al_cierre cierre al_termino termino a_termino close",
                new DateToken(EndOf)
            ),
            .. Each("cuando when", new DateToken(When)),
            .. Each("acabe acaba termine termina finalice finaliza culmine culmina concluya ends closes finishes", new DateToken(Ends)),
            .. Each("al_empezar al_iniciar al_comenzar apertura", new DateToken(StartOf)),
        ];

    private static IEnumerable<KeyValuePair<string, DateToken[]>> Numbered(DateTokenKind kind, int first, params string[] words) =>
        words.SelectMany((same, index) => Each(same, new DateToken(kind, first + index)));

    private static IEnumerable<KeyValuePair<string, DateToken[]>> Each(string words, params DateToken[] tokens) =>
        words.Split(' ').Select(word => KeyValuePair.Create(word.Replace('_', ' '), tokens));

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ').Select(word => word.Replace('_', ' ')).ToFrozenSet(StringComparer.Ordinal);
}
