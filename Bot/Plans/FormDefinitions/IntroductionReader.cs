using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Reading;
using AgaBot.Forms.Walking;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>
/// Reads several answers of <see cref="ProfileForm"/> from one message: "Rosa Quispe, Municipalidad de Moche, mujer". An organisation whose
/// name begins with the name of a type answers the type as well.
/// </summary>
/// <param name="profile">The profile form, with the options in the person's language.</param>
public sealed class IntroductionReader(Form profile)
{
    private const char Separator = ',';

    private readonly Question.Text name = (Question.Text)profile.Find(ProfileForm.Nombre)!;
    private readonly Question.Text organisation = (Question.Text)profile.Find(ProfileForm.Organizacion)!;
    private readonly Question.Choice type = (Question.Choice)profile.Find(ProfileForm.Tipo)!;
    private readonly Question.Choice gender = (Question.Choice)profile.Find(ProfileForm.Genero)!;

    public Form Profile { get; } = profile;

    /// <summary>The answers in a text said at the first question; empty if the text is a single answer.</summary>
    /// <remarks>One by one, every question is asked: a person who answers without reading must find the questions in their order.</remarks>
    public ImmutableArray<PrefillAnswer> Read(FormSession session, string text) =>
        session.IsEmpty && session.At is FormPosition.Asking { QuestionId: ProfileForm.Nombre } ? ReadAll(text) : [];

    /// <summary>Name, organisation, and if given, type and gender. The organisation may contain commas.</summary>
    private ImmutableArray<PrefillAnswer> ReadAll(string text)
    {
        if (text.Length > name.MaxLength + organisation.MaxLength + AnswerReader.ShortAnswerLength)
            return [];
        ImmutableArray<string> parts = [.. text.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (parts.Length < 2)
            return [];
        string? itsGender = parts.Length > 2 && IsOption(gender, parts[^1]) ? parts[^1] : null;
        ImmutableArray<string> between = itsGender is null ? parts[1..] : parts[1..^1];
        string? itsType = between.Length > 1 && IsOption(type, between[^1]) ? between[^1] : null;
        string theirs = string.Join($"{Separator} ", itsType is null ? between : between[..^1]);
        itsType ??= TypeOf(theirs);
        return
        [
            Answer(ProfileForm.Nombre, parts[0]),
            Answer(ProfileForm.Organizacion, theirs),
            .. itsType is null ? Array.Empty<PrefillAnswer>() : [Answer(ProfileForm.Tipo, itsType)],
            .. itsGender is null ? Array.Empty<PrefillAnswer>() : [Answer(ProfileForm.Genero, itsGender)],
        ];
    }

    /// <summary>The type that the organisation's name begins with; null if none or several do.</summary>
    private string? TypeOf(string organisationName)
    {
        string folded = Folding.ToWords(organisationName);
        ImmutableArray<Option> fitting =
        [
            .. type.Options.Where(option => option.Aliases.Append(option.Label).Any(alias => BeginsWith(folded, alias))),
        ];
        return fitting is [var only] ? only.Id : null;
    }

    private static PrefillAnswer Answer(string questionId, string words) => new(questionId, words, []);

    private static bool IsOption(Question.Choice question, string words) =>
        AnswerReader.Read(question, words, DateOnly.MinValue) is ParseResult.Understood;

    private static bool BeginsWith(string folded, string alias) =>
        Folding.ToWords(alias) is { Length: > 0 } words
        && folded.StartsWith(words, StringComparison.Ordinal)
        && (folded.Length == words.Length || folded[words.Length] == ' ');
}
