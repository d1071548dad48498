using System.Collections.Frozen;

namespace AgaBot.Forms;

/// <summary>The words of dates in Spanish and English, lower-case and without accents.</summary>
internal static class DateVocabulary
{
    /// <summary>Words that only join: "15 de agosto del 2017" is "15 agosto 2017".</summary>
    private static readonly FrozenSet<string> Joining = Set("de del of the el la los las que");

    private static readonly FrozenDictionary<string, DateToken> Words = Entries().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What follows the digits of an ordinal: "1er", "2do", "3rd".</summary>
    private static readonly FrozenSet<string> OrdinalEndings = Set("er ero ro ra do da to ta mo st nd rd th");

    public static bool IsJoining(string word) => Joining.Contains(word);

    public static bool IsOrdinalEnding(string word) => OrdinalEndings.Contains(word);

    public static DateToken? Find(string word) => Words.TryGetValue(word, out DateToken token) ? token : null;

    private static IEnumerable<KeyValuePair<string, DateToken>> Entries() =>
    [
        .. Numbered(DateTokenKind.Month, 1,
            "ene enero jan january", "feb febrero february", "mar marzo mzo march", "abr abril apr april", "may mayo", "jun junio june",
            "jul julio july", "ago agosto aug august", "set setiembre sep sept septiembre september", "oct octubre october",
            "nov noviembre november", "dic diciembre dec december"),
        .. Numbered(DateTokenKind.Weekday, 0,
            "domingo sunday", "lunes monday", "martes tuesday", "miercoles wednesday", "jueves thursday", "viernes friday", "sabado saturday"),
        .. Numbered(DateTokenKind.Stage, 0,
            "inicio inicios principio principios comienzo comienzos beginning start early", "mediados mid", "fin fines final finales end late"),
        .. Numbered(DateTokenKind.Ordinal, DateToken.Last,
            "ultimo ultima last", "primer primero primera first", "segundo segunda second", "tercer tercero tercera third", "cuarto cuarta fourth"),
        .. Numbered(DateTokenKind.Roman, 1, "i", "ii", "iii", "iv"),
        .. Numbered(DateTokenKind.Number, 1,
            "un uno una one", "dos two", "tres three", "cuatro four", "cinco five", "seis six", "siete seven", "ocho eight", "nueve nine",
            "diez ten", "once eleven", "doce twelve").Select(entry => KeyValuePair.Create(entry.Key, entry.Value with { Digits = 1 })),
        .. Each("quince", new DateToken(DateTokenKind.Number, 15, 2)),
        .. Each("dieciocho eighteen", new DateToken(DateTokenKind.Number, 18, 2)),
        .. Each("veinticuatro", new DateToken(DateTokenKind.Number, 24, 2)),
        .. Each("mes month", new DateToken(DateTokenKind.Unit, 1)),
        .. Each("meses months", new DateToken(DateTokenKind.Units, 1)),
        .. Each("trimestre trim quarter", new DateToken(DateTokenKind.Unit, 3)),
        .. Each("trimestres quarters", new DateToken(DateTokenKind.Units, 3)),
        .. Each("semestre semester", new DateToken(DateTokenKind.Unit, 6)),
        .. Each("semestres semesters", new DateToken(DateTokenKind.Units, 6)),
        .. Each("ano year", new DateToken(DateTokenKind.Unit, 12)),
        .. Each("anos years", new DateToken(DateTokenKind.Units, 12)),
        .. Each("quincena", new DateToken(DateTokenKind.Fortnight)),
        .. Each("mitad half", new DateToken(DateTokenKind.Middle)),
        .. Each("medio", new DateToken(DateTokenKind.HalfOf)),
        .. Each("este esta presente this", new DateToken(DateTokenKind.This)),
        .. Each("proximo proxima siguiente viene next", new DateToken(DateTokenKind.Next)),
        .. Each("hoy today", new DateToken(DateTokenKind.DaysFromToday, 0)),
        .. Each("manana tomorrow", new DateToken(DateTokenKind.DaysFromToday, 1)),
        .. Each("a", new DateToken(DateTokenKind.At)),
        .. Each("al hasta to until through", new DateToken(DateTokenKind.To)),
        .. Each("desde entre from between", new DateToken(DateTokenKind.From)),
        .. Each("y and", new DateToken(DateTokenKind.And)),
        .. Each("en para in on", new DateToken(DateTokenKind.In)),
        .. Each("durante during por for", new DateToken(DateTokenKind.During)),
    ];

    private static IEnumerable<KeyValuePair<string, DateToken>> Numbered(DateTokenKind kind, int first, params string[] words) =>
        words.SelectMany((same, index) => Each(same, new DateToken(kind, first + index)));

    private static IEnumerable<KeyValuePair<string, DateToken>> Each(string words, DateToken token) =>
        words.Split(' ').Select(word => KeyValuePair.Create(word, token));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
