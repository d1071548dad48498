using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Consultations;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs;

/// <summary>Every form that is walked in a conversation, under its names in the person's language.</summary>
internal sealed class DialogForms(Plan plan)
{
    private readonly Form ficha = FichaForm.Of(plan);
    private readonly Form aporte = AporteForm.Of(plan);
    private readonly ImmutableArray<Form> profiles = [Profile(plan, Words.Spanish), Profile(plan, Words.English)];
    private readonly ImmutableArray<Form> corrections =
    [
        ProfileForm.CorrectionOf(Profile(plan, Words.Spanish)),
        ProfileForm.CorrectionOf(Profile(plan, Words.English)),
    ];
    private readonly ImmutableArray<Form> mesas = [MesaForm.Of(plan, Words.Spanish.Language), MesaForm.Of(plan, Words.English.Language)];
    private readonly ImmutableArray<Form> openings = [Opening(Words.Spanish), Opening(Words.English)];

    public Plan Plan => plan;

    public OpenForm Of(Draft draft, Words words) =>
        draft.Kind switch
        {
            ProposalKind.Ficha => new OpenForm(
                ficha,
                draft.Session,
                words,
                "ficha",
                Title(draft, words, words["ficha.title"]),
                Name(draft, words)
            )
            {
                Component = plan.FindComponent(FichaForm.ComponentOf(draft.Session)),
                Plan = plan,
            },
            ProposalKind.Aporte => new OpenForm(
                aporte,
                draft.Session,
                words,
                "ficha",
                Title(draft, words, words["aporte.title"]),
                Name(draft, words)
            )
            {
                Component = plan.FindComponent(draft.ComponentId),
                AttachedTo = plan.FindComponent(draft.ComponentId)?.Name,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.Kind, null),
        };

    public Form Of(ProposalKind kind) =>
        kind switch
        {
            ProposalKind.Ficha => ficha,
            ProposalKind.Aporte => aporte,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>Consent alone, or consent and profile, as the session began.</summary>
    public OpenForm Of(ActiveForm.AboutMe walk, Words words) =>
        new(
            walk.Session.FormId == ConsentForm.Id ? ConsentForm.Form : ProfileIn(words),
            walk.Session,
            words,
            "perfil",
            words["profile.title"],
            words["profile.name"]
        )
        {
            Responsible = plan.Responsible,
            PrivacyNotice = PrivacyNotice.Paragraphs(plan, words),
        };

    public OpenForm Of(ActiveForm.Correcting walk, Words words) =>
        new(CorrectionIn(words), walk.Session, words, "perfil", words["correction.title"], words["correction.name"]);

    public OpenForm Of(ActiveForm.Erasing walk, Words words) =>
        new(ErasureForm.Form, walk.Session, words, "borrado", words["erase.title"], words["erase.name"])
        {
            Responsible = plan.Responsible,
            YesLabel = words["erase.yes"],
            NoLabel = words["erase.no"],
        };

    public OpenForm Of(ActiveForm.CountingMesa walk, Words words) =>
        new(MesaIn(words), walk.Session, words, "mesa", words["mesa.formTitle"], words["mesa.name"]);

    public OpenForm Of(ActiveForm.OpeningConsultation walk, Words words) =>
        new(OpeningIn(words), walk.Session, words, "consulta", words["opening.title"], words["opening.name"]);

    public static OpenForm Of(ActiveForm.Responding walk, Words words) =>
        new(
            ResponseForm.Of(walk.Consultation),
            walk.Session,
            words,
            "respuesta",
            words.Say("response.title", walk.Consultation.Number),
            words["response.name"]
        )
        {
            AskedAs = walk.Consultation.Prompt,
        };

    public Form ProfileIn(Words words) => In(profiles, words);

    public Form CorrectionIn(Words words) => In(corrections, words);

    public Form MesaIn(Words words) => In(mesas, words);

    public Form OpeningIn(Words words) => In(openings, words);

    /// <summary>The open form of a conversation, or null where nothing is being filled.</summary>
    public OpenForm? Open(DialogState state, Words words) =>
        state.Conversation.ActiveForm switch
        {
            null => null,
            ActiveForm.Proposing walk => Of(state.Drafts.First(draft => draft.Id == walk.Draft), words),
            var walk => Of(walk, words),
        };

    /// <summary>The form of a walk that holds its own session: any but that of a draft.</summary>
    public OpenForm Of(ActiveForm any, Words words) =>
        any switch
        {
            ActiveForm.AboutMe walk => Of(walk, words),
            ActiveForm.Correcting walk => Of(walk, words),
            ActiveForm.Erasing walk => Of(walk, words),
            ActiveForm.CountingMesa walk => Of(walk, words),
            ActiveForm.OpeningConsultation walk => Of(walk, words),
            ActiveForm.Responding walk => Of(walk, words),
            ActiveForm.Proposing => throw new ArgumentException("A draft holds the session of its walk.", nameof(any)),
            _ => throw new UnreachableException(),
        };

    public static string Name(Draft draft, Words words) => Name(draft.Kind, draft.Mesa, words);

    public static string Name(Proposal sent, Words words) => Name(sent.Kind, sent.Mesa, words);

    /// <summary>A group's ficha says whose it is wherever it is named.</summary>
    private static string Title(Draft draft, Words words, string title) =>
        draft.Mesa is { } mesa ? words.Say("mesa.titleOf", title, mesa.Number) : title;

    private static string Name(ProposalKind kind, MesaRef? mesa, Words words)
    {
        (string own, string ofMesa) = kind switch
        {
            ProposalKind.Ficha => ("ficha.name", "mesa.ficha.name"),
            ProposalKind.Aporte => ("aporte.name", "mesa.aporte.name"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        return mesa is null ? words[own] : words.Say(ofMesa, mesa.Number);
    }

    private static Form In(ImmutableArray<Form> both, Words words) => both[words == Words.English ? 1 : 0];

    private static Form Profile(Plan plan, Words words) =>
        ProfileForm.Of(
            plan,
            new ProfileWords(Option(words, "gender.woman"), Option(words, "gender.man"), Option(words, "gender.other"))
            {
                BeforeName = LongestFirst("leadIn.name"),
                BeforeOrganisation = LongestFirst("leadIn.organisation"),
            },
            words.Language
        );

    private static ImmutableArray<string> LongestFirst(string key) =>
        [.. CommandVocabulary.Of(key).OrderByDescending(static words => words.Length)];

    private static Form Opening(Words words) =>
        ConsultationForm.Of(new ConsultationKindWords(Option(words, "consultationKind.open"), Option(words, "consultationKind.choice")));

    /// <summary>Shown in one language, understood in both. <c>|</c> stands between words that mean the same; the first is shown.</summary>
    private static OptionWords Option(Words words, string key) =>
        new(words[key].Split('|')[0], [.. words[key].Split('|').Skip(1), .. words.Other[key].Split('|')]);
}
