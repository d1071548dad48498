using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Drafting;

/// <summary>The forms of a ficha and of an aporte, under their names in the person's language.</summary>
internal sealed class ProposalForms(Plan plan)
{
    private readonly Form ficha = FichaForm.Of(plan);
    private readonly Form aporte = AporteForm.Of(plan);

    public OpenForm Of(Draft draft, Words words)
    {
        bool isFicha = draft.Kind == ProposalKind.Ficha;
        Component? attached = isFicha ? null : plan.FindComponent(draft.ComponentId);
        return new OpenForm(
            Of(draft.Kind),
            draft.Session,
            words,
            "ficha",
            Title(draft, words, words[isFicha ? "ficha.title" : "aporte.title"]),
            Name(draft, words)
        )
        {
            Component = isFicha ? plan.FindComponent(FichaForm.ComponentOf(draft.Session)) : attached,
            AttachedTo = attached?.Name,
            Plan = isFicha ? plan : null,
            OwnTexts = isFicha ? "" : "aporte",
        };
    }

    public Form Of(ProposalKind kind) =>
        kind switch
        {
            ProposalKind.Ficha => ficha,
            ProposalKind.Aporte => aporte,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Name(Draft draft, Words words) => Name(draft.Kind, draft.Mesa, words);

    public static string Name(Proposal sent, Words words) => Name(sent.Kind, sent.Mesa, words);

    /// <summary>The title of a group's ficha names its mesa.</summary>
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

    /// <summary>The component that a draft counts for; null while none is known.</summary>
    public static string? ComponentOf(Draft draft) =>
        draft.Kind switch
        {
            ProposalKind.Ficha => FichaForm.ComponentOf(draft.Session),
            ProposalKind.Aporte => draft.ComponentId,
            _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.Kind, null),
        };
}
