using System.Collections.Frozen;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// The words of every command, taken from the texts of both languages, where <c>|</c> stands between words that mean the same and the first
/// is the one that replies name. A word of either language is understood in both.
/// </summary>
internal static class CommandVocabulary
{
    private static readonly FrozenDictionary<string, Command> Bare = Read(
        new Dictionary<string, Command>
        {
            ["command.hello"] = new Command.Hello(),
            ["command.propose"] = new Command.Propose(),
            ["command.contribute"] = new Command.Contribute(null),
            ["command.myProposals"] = new Command.MyProposals(),
            ["command.more"] = new Command.More(),
            ["command.resume"] = new Command.Resume(null),
            ["command.goOn"] = new Command.GoOn(null),
            ["command.showAnswers"] = new Command.ShowAnswers(null),
            ["command.discard"] = new Command.Discard(null),
            ["command.undo"] = new Command.Undo(),
            ["command.removeLastRow"] = new Command.RemoveRow(null),
            ["command.editLastRow"] = new Command.EditRow(null),
            ["command.glossary"] = new Command.ShowGlossary(),
            ["command.privacy"] = new Command.ShowPrivacyNotice(),
            ["command.nextOfDocument"] = new Command.NextOfDocument(),
            ["command.document"] = new Command.ShowDocument(null),
            ["command.blank"] = new Command.ShowBlank(),
            ["command.copy"] = new Command.Copy(null),
            ["command.stopReminders"] = new Command.StopReminders(),
            ["command.allowReminders"] = new Command.AllowReminders(),
            ["command.consultations"] = new Command.ListConsultations(),
            ["command.respond"] = new Command.Respond(null),
            ["command.newConsultation"] = new Command.NewConsultation(),
            ["command.progress"] = new Command.ShowProgress(),
            ["command.help"] = new Command.Help(),
            ["command.back"] = new Command.Back(),
            ["command.skip"] = new Command.Skip(),
            ["command.done"] = new Command.Done(),
            ["command.edit"] = new Command.Edit(null),
            ["command.useFullNames"] = new Command.UseFullNames(null),
            ["command.leaveAsIs"] = new Command.LeaveAsIs(),
            ["command.cancel"] = new Command.Cancel(),
            ["command.restart"] = new Command.Restart(),
            ["command.send"] = new Command.Send(),
            ["command.language"] = new Command.ChangeLanguage(null),
            ["command.link"] = new Command.OfferLink(),
            ["command.mesa"] = new Command.Mesa(),
            ["command.editMesa"] = new Command.EditMesa(),
            ["command.mesaCode"] = new Command.DrawMesaCode(),
            ["command.closeMesa"] = new Command.CloseMesa(),
            ["command.support"] = new Command.ListToSupport(),
            ["command.ignore"] = new Command.IgnoreSuggestion(null),
            ["command.preview"] = new Command.PreviewProposal(),
            ["command.myData"] = new Command.ShowMyData(),
            ["command.correctMyData"] = new Command.CorrectMyData(),
            ["command.deleteMyData"] = new Command.DeleteMyData(),
            ["command.consolidate"] = new Command.Unavailable("unavailable.consolidate", ForCoordinators: true),
            ["command.review"] = new Command.Unavailable("unavailable.review", ForCoordinators: true),
            ["command.summary"] = new Command.Unavailable("unavailable.summary", ForCoordinators: true),
            ["command.export"] = new Command.Unavailable("unavailable.export", ForCoordinators: true),
        }
    );

    private static readonly FrozenDictionary<string, Func<int, Command>> WithNumber = Read(
        new Dictionary<string, Func<int, Command>>
        {
            ["command.contribute"] = number => new Command.Contribute(number),
            ["command.resume"] = number => new Command.Resume(number),
            ["command.goOn"] = number => new Command.GoOn(number),
            ["command.showAnswers"] = number => new Command.ShowAnswers(number),
            ["command.discard"] = number => new Command.Discard(number),
            ["command.document"] = number => new Command.ShowDocument(number),
            ["command.respond"] = number => new Command.Respond(number),
            ["command.edit"] = number => new Command.Edit(number),
            ["command.change"] = number => new Command.Change(number),
            ["command.replaceAnswer"] = number => new Command.Edit(number),
            ["command.removeRow"] = number => new Command.RemoveRow(number),
            ["command.editRow"] = number => new Command.EditRow(number),
            ["command.useFullNames"] = number => new Command.UseFullNames(number),
            ["command.rowUp"] = number => new Command.MoveRow(number, -1),
            ["command.rowDown"] = number => new Command.MoveRow(number, 1),
            ["command.ignore"] = number => new Command.IgnoreSuggestion(number),
        }
    );

    private static readonly FrozenDictionary<string, Func<ProposalPick, Command>> WithPick = Read(
        new Dictionary<string, Func<ProposalPick, Command>>
        {
            ["command.support"] = pick => new Command.Support(pick),
            ["command.withdrawSupport"] = pick => new Command.WithdrawSupport(pick),
            ["command.addTo"] = pick => new Command.AddTo(pick),
        }
    );

    /// <summary>Characters of "es" and "en", which alone may be an answer.</summary>
    private const int LanguageTag = 2;

    /// <summary>Words of a misspelt command: in more of them a fault or two may make another sense.</summary>
    private const int MostMisspelt = 3;

    private static readonly FrozenDictionary<string, string> Languages = Read(
        new Dictionary<string, string> { ["language.es"] = Words.Spanish.Language, ["language.en"] = Words.English.Language }
    );

    private static readonly FrozenSet<string> LanguageWords = Of("command.language").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Func<int, string, Command>> WithWords = Read(
        new Dictionary<string, Func<int, string, Command>>
        {
            ["command.editRow"] = (number, text) => new Command.ReplaceRow(number, text),
            ["command.replaceAnswer"] = (number, text) => new Command.ReplaceAnswer(number, text),
        }
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Addresses = Of("phrase.address")
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Courtesies Please = new(Of("phrase.courtesy"), Of("phrase.courtesy"));

    private static readonly FrozenSet<string> EnglishGreetings = Of(Words.English, "command.hello").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> By = Of("command.by").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LinkWords = Of("command.link").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CopyWords = Of("command.copy").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SeatWords = Of("command.seat").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CoordinatorWords = Of("command.coordinator").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A command of these words alone, without accents, in lower case; or null.</summary>
    public static Command? FindBare(string folded) =>
        Bare.GetValueOrDefault(folded) ?? (folded.Length > LanguageTag ? LanguageNamed(folded) : null);

    /// <summary>The command whose bare words these are with a fault or two, where no other is as near; a word or three, and no more.</summary>
    public static Command? FindMisspelt(string folded) =>
        folded.AsSpan().Count(' ') < MostMisspelt
        && Misspelling.Nearest(folded, Bare.Keys, static (one, other) => Bare[one] == Bare[other]) is { } meant
            ? Bare[meant]
            : null;

    /// <summary>A greeting that names whom it greets: "buenas tardes señorita".</summary>
    public static Command? FindGreeting(string folded) =>
        WithoutAddress(folded) is { } greeting && Bare.GetValueOrDefault(greeting) is Command.Hello hello ? hello : null;

    /// <summary>Whether it is a greeting, whoever is named with it.</summary>
    public static bool IsGreeting(string folded) => (Bare.GetValueOrDefault(folded) ?? FindGreeting(folded)) is Command.Hello;

    /// <summary>Whether it is a greeting in English. What people of every language begin with, as "start", stands among the Spanish ones.</summary>
    public static bool IsEnglishGreeting(string folded) =>
        EnglishGreetings.Contains(folded) || (WithoutAddress(folded) is { } greeting && EnglishGreetings.Contains(greeting));

    /// <summary>The words without the "please" before or after them.</summary>
    public static string WithoutPlease(string folded) => Please.Without(folded);

    /// <summary>What stands before "señorita", "doctor" or the like; null where nothing like it ends the words.</summary>
    public static string? WithoutAddress(string folded)
    {
        for (int space = folded.IndexOf(' ', StringComparison.Ordinal); space > 0; space = folded.IndexOf(' ', space + 1))
        {
            if (Addresses.Contains(folded.AsSpan(space + 1)))
                return folded[..space];
        }
        return null;
    }

    public static Command? FindWithNumber(string folded, int number) => WithNumber.GetValueOrDefault(folded)?.Invoke(number);

    /// <param name="number">A place in a list or a receipt number, folded.</param>
    public static Command? FindWithPick(string folded, string number) =>
        WithPick.TryGetValue(folded, out Func<ProposalPick, Command>? make) && ProposalPick.Read(number) is { } pick ? make(pick) : null;

    public static Command? FindLanguage(string folded, string name) => LanguageWords.Contains(folded) ? LanguageNamed(name) : null;

    /// <param name="by">The word between the number and the new words.</param>
    public static Command? FindWithWords(string folded, int number, string by, string text) =>
        By.Contains(by) ? WithWords.GetValueOrDefault(folded)?.Invoke(number, text) : null;

    public static bool IsCoordinator(string folded) => CoordinatorWords.Contains(folded);

    public static bool IsCopy(string folded) => CopyWords.Contains(folded);

    public static bool IsLink(string folded) => LinkWords.Contains(folded);

    public static bool IsSeat(string folded) => SeatWords.Contains(folded);

    /// <summary>The word by which replies name a command in a language.</summary>
    public static string Name(Words words, string key) => words[key].Split('|')[0];

    /// <summary>The same with the number that it takes, or bare.</summary>
    public static string Name(Words words, string key, int? number) =>
        number is { } given ? $"{Name(words, key)} {given.ToString(words.Culture)}" : Name(words, key);

    private static Command.ChangeLanguage? LanguageNamed(string name) =>
        Languages.TryGetValue(name, out string? language) ? new Command.ChangeLanguage(language) : null;

    private static FrozenDictionary<string, T> Read<T>(Dictionary<string, T> byKey) =>
        byKey
            .SelectMany(entry => Of(entry.Key).Select(word => KeyValuePair.Create(word, entry.Value)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of both languages, folded; a word that both share stands once.</summary>
    public static IEnumerable<string> Of(string key) => Of(Words.Spanish, key).Concat(Of(Words.English, key)).Distinct();

    /// <summary>The words of one language, folded.</summary>
    public static IEnumerable<string> Of(Words words, string key) => words[key].Split('|').Select(Folding.ToWords);
}
