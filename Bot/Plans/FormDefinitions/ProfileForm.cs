using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>Who a person is, asked once after consent: before the first proposal is sent, or by <i>presentarme</i>.</summary>
public static class ProfileForm
{
    public const string Id = "quien";

    public const string CorrectionId = "correccion";

    /// <summary>The form of earlier versions, which asked consent and profile together. Only stored sessions walk it.</summary>
    public const string WithConsentId = "perfil";

    public const string Nombre = "nombre";
    public const string Organizacion = "organizacion";
    public const string Tipo = "tipo";
    public const string Genero = "genero";

    private const string Mujer = "mujer";
    private const string Hombre = "hombre";
    private const string Otro = "otro";

    /// <param name="language">Language of the organisation types as shown; both languages are understood.</param>
    public static Form Of(Plan plan, ProfileWords words, string language) =>
        new(
            Id,
            Version: 1,
            [
                new Question.Text(Nombre, Required: true, Multiline: false, MaxLength: 120) { LeadIns = words.BeforeName },
                new Question.Text(Organizacion, Required: true, Multiline: false, MaxLength: 200) { LeadIns = words.BeforeOrganisation },
                new Question.Choice(Tipo, Required: true, OrganisationTypes(plan, language)),
                new Question.Choice(Genero, Required: false, [words.Woman.As(Mujer), words.Man.As(Hombre), words.Other.As(Otro)]),
            ],
            HasReview: false
        );

    /// <summary>The profile for correction: it starts at the review, and each answer can be changed.</summary>
    public static Form CorrectionOf(Form profile) => profile with { Id = CorrectionId, HasReview = true };

    /// <summary>The form of <see cref="WithConsentId"/>.</summary>
    public static Form WithConsent(Form profile) =>
        profile with
        {
            Id = WithConsentId,
            Questions = [ConsentForm.Question, .. profile.Questions],
        };

    /// <summary>A session of <see cref="CorrectionOf"/> with the current profile.</summary>
    public static FormSession Correct(string sessionId, Form correction, Profile profile)
    {
        FormSession session = FormSession.Start(sessionId, correction);
        ImmutableSortedDictionary<string, Answer> answers = session
            .Answers.Add(Nombre, new Answer.Text(profile.Name))
            .Add(Organizacion, new Answer.Text(profile.Organisation))
            .Add(Tipo, new Answer.Choice(profile.OrganisationTypeId));
        return session with
        {
            At = new FormPosition.Review(),
            Answers = profile.Gender is { } gender ? answers.Add(Genero, new Answer.Choice(OptionOf(gender))) : answers,
            Skipped = profile.Gender is null ? session.Skipped.Add(Genero) : session.Skipped,
        };
    }

    /// <summary>The profile in a submitted session of this form or of its correction.</summary>
    /// <exception cref="ArgumentException">A required answer is missing: the session was not submitted.</exception>
    public static Profile Read(FormSession session) =>
        new(
            Required<Answer.Text>(session, Nombre).Value,
            Required<Answer.Text>(session, Organizacion).Value,
            Required<Answer.Choice>(session, Tipo).OptionId,
            session.Answer<Answer.Choice>(Genero)?.OptionId switch
            {
                Mujer => Gender.Woman,
                Hombre => Gender.Man,
                Otro => Gender.Other,
                null => null,
                string other => throw new ArgumentException($"No gender has the option id {other}.", nameof(session)),
            }
        );

    /// <summary>The plan's organisation types as options.</summary>
    internal static ImmutableArray<Option> OrganisationTypes(Plan plan, string language) =>
        [.. plan.OrganisationTypes.Select(type => Option(type, language))];

    private static string OptionOf(Gender gender) =>
        gender switch
        {
            Gender.Woman => Mujer,
            Gender.Man => Hombre,
            Gender.Other => Otro,
        };

    private static Option Option(OrganisationType type, string language) =>
        new(type.Id, type.NameIn(language), [type.Name, type.EnglishName, .. type.Aliases]);

    private static T Required<T>(FormSession session, string questionId)
        where T : Answer =>
        session.Answer<T>(questionId) ?? throw new ArgumentException($"The profile has no answer to {questionId}.", nameof(session));
}

/// <summary>Words for the genders, and words that may precede a name.</summary>
public sealed record ProfileWords(OptionWords Woman, OptionWords Man, OptionWords Other)
{
    /// <summary>"Me llamo", folded, the longest first.</summary>
    public ImmutableArray<string> BeforeName { get; init; } = [];

    /// <summary>"Trabajo en la", folded, the longest first.</summary>
    public ImmutableArray<string> BeforeOrganisation { get; init; } = [];
}
