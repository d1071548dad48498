namespace AgaBot.Forms.Dates;

/// <summary>The word lists of <see cref="DateVocabulary"/>: one entry per meaning, with all its words.</summary>
internal static class DateWords
{
    public static readonly string[] Months =
    [
        "ene enero jan january",
        "feb febr febrero february",
        "mar marzo mzo march",
        "abr abril apr april",
        "may mayo",
        "jun junio june",
        "jul julio july",
        "ago agos agosto aug august",
        "set sete setiembre sep sept septiembre september",
        "oct octubre october",
        "nov noviembre november",
        "dic diciembre dec december",
    ];

    /// <summary>In the order of <see cref="DayOfWeek"/>, from Sunday.</summary>
    public static readonly string[] Weekdays =
    [
        "domingo sunday",
        "lunes monday",
        "martes tuesday",
        "miercoles wednesday",
        "jueves thursday",
        "viernes friday",
        "sabado saturday",
    ];

    /// <summary>Early, mid, late.</summary>
    public static readonly string[] Stages =
    [
        "inicio inicios principio principios comienzo comienzos beginning start early",
        "mediados mediado mid middle",
        "fin fines final finales end late",
    ];

    /// <summary>The last, then from the first on.</summary>
    public static readonly string[] Ordinals =
    [
        "ultimo ultima ultimos ultimas last",
        "primer primero primera primeros primeras first",
        "segundo segunda second",
        "tercer tercero tercera third",
        "cuarto cuarta fourth",
        "quinto quinta fifth",
        "sexto sexta sixth",
        "setimo setima septimo septima seventh",
        "octavo octava eighth",
        "noveno novena ninth",
        "decimo decima tenth",
        "undecimo undecima eleventh",
        "duodecimo duodecima twelfth",
    ];

    /// <summary>From one on. As months they occur only between marks: 15-VIII-2016.</summary>
    public static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    public static readonly (int Value, string Words)[] Cardinals =
    [
        (1, "un uno una one"),
        (2, "dos two"),
        (3, "tres three"),
        (4, "cuatro four"),
        (5, "cinco five"),
        (6, "seis six"),
        (7, "siete seven"),
        (8, "ocho eight"),
        (9, "nueve nine"),
        (10, "diez ten"),
        (11, "once eleven"),
        (12, "doce twelve"),
        (13, "trece thirteen"),
        (14, "catorce fourteen"),
        (15, "quince fifteen"),
        (16, "dieciseis sixteen"),
        (17, "diecisiete seventeen"),
        (18, "dieciocho eighteen"),
        (19, "diecinueve nineteen"),
        (20, "veinte twenty"),
        (21, "veintiuno veintiun"),
        (22, "veintidos"),
        (23, "veintitres"),
        (24, "veinticuatro twenty_four"),
        (25, "veinticinco"),
        (26, "veintiseis"),
        (27, "veintisiete"),
        (28, "veintiocho"),
        (29, "veintinueve"),
        (30, "treinta thirty"),
        (31, "treinta_y_uno treinta_y_un"),
        (36, "treinta_y_seis"),
        (45, "cuarenta_y_cinco"),
        (48, "cuarenta_y_ocho"),
        (60, "sesenta sixty"),
        (90, "noventa ninety"),
    ];

    public static readonly (int Value, string Words)[] YearsInWords =
    [
        (2015, "dos_mil_quince"),
        (2016, "dos_mil_dieciseis"),
        (2017, "dos_mil_diecisiete"),
        (2018, "dos_mil_dieciocho"),
        (2019, "dos_mil_diecinueve"),
        (2020, "dos_mil_veinte"),
        (2021, "dos_mil_veintiuno"),
        (2022, "dos_mil_veintidos"),
        (2023, "dos_mil_veintitres"),
        (2024, "dos_mil_veinticuatro"),
        (2025, "dos_mil_veinticinco"),
        (2026, "dos_mil_veintiseis"),
        (2027, "dos_mil_veintisiete"),
        (2028, "dos_mil_veintiocho"),
        (2029, "dos_mil_veintinueve"),
        (2030, "dos_mil_treinta"),
    ];

    public static readonly (Holiday Day, string Words)[] Holidays =
    [
        (Holiday.NewYear, "ano_nuevo new_year new_years new_years_day"),
        (Holiday.Epiphany, "bajada_reyes dia_reyes reyes epiphany"),
        (Holiday.HolyWeek, "semana_santa holy_week"),
        (Holiday.MaundyThursday, "jueves_santo maundy_thursday"),
        (Holiday.GoodFriday, "viernes_santo good_friday"),
        (Holiday.Easter, "domingo_resurreccion domingo_pascua pascua pascua_resurreccion easter easter_sunday"),
        (Holiday.LabourDay, "dia_trabajo dia_trabajador labour_day labor_day"),
        (Holiday.MothersDay, "dia_madre dia_mama mothers_day"),
        (Holiday.FlagDay, "dia_bandera flag_day"),
        (Holiday.FathersDay, "dia_padre dia_papa fathers_day"),
        (Holiday.SaintJohn, "san_juan fiesta_san_juan inti_raymi"),
        (Holiday.SaintPeterAndPaul, "san_pedro_y_san_pablo san_pedro_y_pablo"),
        (Holiday.TeachersDay, "dia_maestro teachers_day"),
        (Holiday.NationalHolidays, "fiestas_patrias fiesta_patrias fiestas_patria national_holidays"),
        (Holiday.BattleOfJunin, "batalla_junin"),
        (Holiday.SantaRosa, "santa_rosa santa_rosa_lima"),
        (Holiday.BattleOfAngamos, "combate_angamos combate_naval_angamos"),
        (Holiday.AllSaints, "todos_santos dia_todos_santos all_saints"),
        (Holiday.ImmaculateConception, "inmaculada inmaculada_concepcion"),
        (Holiday.BattleOfAyacucho, "batalla_ayacucho"),
        (Holiday.ChristmasEve, "nochebuena noche_buena christmas_eve"),
        (Holiday.Christmas, "navidad christmas navidades"),
        (Holiday.NewYearsEve, "nochevieja fiesta_ano_nuevo vispera_ano_nuevo new_years_eve"),
    ];
}
