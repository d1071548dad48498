using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Dialogs.Drafting;

/// <summary>Opens a draft: a new one, one from an imported text, a waiting one, or a discarded one.</summary>
internal sealed class DraftOpener(Plan plan, ProposalForms forms)
{
    /// <summary>Begins a proposal. An empty draft is reused; one with answers stays under <i>mis fichas</i>.</summary>
    public Decision Begin(DialogContext context, ProposalKind kind, string? componentId, Notice notice)
    {
        Draft? empty = context.State.Drafts.FirstOrDefault(draft => draft.Session.IsEmpty && draft.Kind == kind);
        if (empty is null && context.State.Drafts.Length >= ProposalDrafts.Most)
            return context.Say(context.Words.Say("drafts.tooMany", ProposalDrafts.Most));

        FormSession session = FormSession.Start(context.NewId("session"), forms.Of(kind));
        var draft = new Draft(
            empty?.Id ?? new ProposalId(context.NewId("proposal")),
            kind,
            componentId,
            context.Turn.Now,
            context.Turn.Now,
            session
        )
        {
            Mesa = context.State.Mesa,
        };
        return Open(context, draft, notice.Then(KeptBehind(context)).Then(Introduction(context.Words, draft)));
    }

    /// <summary>Begins a proposal from an imported text. The draft opens at its review, or at the first missing answer.</summary>
    /// <param name="notUnderstood">Lines of the document to be listed first.</param>
    /// <param name="understood">Says how much was read.</param>
    /// <param name="componentId">The component of an aporte; null if it has none.</param>
    public Decision BeginFrom(
        DialogContext context,
        ImportedFicha paper,
        ImmutableArray<string> notUnderstood,
        Notice notice,
        Func<OpenForm, PrefillResult, Notice> understood,
        string? componentId = null
    )
    {
        Draft? empty = context.State.Drafts.FirstOrDefault(draft => draft.Session.IsEmpty && draft.Kind == paper.Kind);
        if (empty is null && context.State.Drafts.Length >= ProposalDrafts.Most)
            return context.Say(context.Words.Say("drafts.tooMany", ProposalDrafts.Most));

        Form form = forms.Of(paper.Kind);
        var draft = new Draft(
            empty?.Id ?? new ProposalId(context.NewId("proposal")),
            paper.Kind,
            componentId,
            context.Turn.Now,
            context.Turn.Now,
            empty?.Session ?? FormSession.Start(context.NewId("session"), form)
        )
        {
            Mesa = context.State.Mesa,
        };
        return Fill(context, draft, paper, notUnderstood, notice, understood);
    }

    /// <summary>Fills a draft from an imported text; other answers stay as they were.</summary>
    public Decision Fill(
        DialogContext context,
        Draft draft,
        ImportedFicha paper,
        ImmutableArray<string> notUnderstood,
        Notice notice,
        Func<OpenForm, PrefillResult, Notice> understood
    )
    {
        PrefillResult filled = FormWalk.Prefill(forms.Of(draft.Kind), draft.Session, paper.Answers, paper.LeftOpen, context.Turn.Today);
        Draft after = draft with { Session = filled.Session, ChangedAt = context.Turn.Now };
        OpenForm open = forms.Of(after, context.Words);
        Notice said = notice
            .Then(understood(open, filled))
            .Then(Notice.None with { Offers = DateConcerns.Brought(open, draft.Session, plan.Period) });
        Decision opened = Open(context, after, said);
        Reply? leftOut = PaperNotes.LeftOut(open, notUnderstood, filled);
        return opened with
        {
            Replies = leftOut is null ? opened.Replies : opened.Replies.Insert(0, leftOut),
            PlanChanges = after.Session.IsEmpty
                ? []
                : [new DraftPlaced(after.Id, after.Kind, context.Participant.Id, ProposalForms.ComponentOf(after))],
        };
    }

    /// <summary>Opens a draft where the person left it.</summary>
    public Decision Resume(DialogContext context, Draft draft) =>
        Resume(
            context,
            draft,
            new Notice(context.Words["drafts.resumed"])
                .Then(new Notice(WaitingDrafts.Missing(forms.Of(draft, context.Words))))
                .Then(new Notice(context.Words["drafts.ways"]))
        );

    /// <summary>
    /// Restores a discarded draft under a new id and with a new session: the plan's records have closed the old id, and a draft begun since
    /// under the same session stays. Null if the person has too many drafts.
    /// </summary>
    public Decision? Restore(DialogContext context, Draft thrown)
    {
        DialogState without = ProposalDrafts.With(context.State, context.State.Drafts.RemoveAll(static draft => draft.Session.IsEmpty));
        if (without.Drafts.Length >= ProposalDrafts.Most)
            return null;
        Draft back = thrown with
        {
            Id = new ProposalId(context.NewId("proposal")),
            ChangedAt = context.Turn.Now,
            RemindedAt = null,
            Session = thrown.Session with { Id = context.NewId("session") },
        };
        DialogContext now = context with { State = ProposalDrafts.Put(without, back) };
        return Resume(now, back, new Notice(context.Words.Say("undo.done", forms.Of(back, context.Words).FullName))) with
        {
            PlanChanges = [new DraftPlaced(back.Id, back.Kind, context.Participant.Id, ProposalForms.ComponentOf(back))],
        };
    }

    private Decision Resume(DialogContext context, Draft draft, Notice notice)
    {
        DialogContext opened = context.With(new Proposing(draft.Id));
        return ChangedForms.Carry(opened, forms.Of(draft, context.Words)) is { } carried
            ? Open(carried.Context, ProposalDrafts.Find(carried.Context.State, draft.Id)!, notice.Then(carried.Notice))
            : Open(context, draft, notice);
    }

    private Decision Open(DialogContext context, Draft draft, Notice notice)
    {
        DialogContext now = (context with { State = ProposalDrafts.Put(context.State, draft) }).With(
            context.Conversation with
            {
                ActiveForm = new Proposing(draft.Id),
                Pending = null,
            }
        );
        return now.Say(PlaceMessage.Say(forms.Of(draft, context.Words), notice));
    }

    private static Notice KeptBehind(DialogContext context) =>
        ProposalDrafts.Listed(context.State).IsEmpty ? Notice.None : new Notice(context.Words["drafts.kept"]);

    private Notice Introduction(Words words, Draft draft) =>
        draft.Kind switch
        {
            _ when draft.Mesa is { } mesa => new Notice(
                words.Say("mesa.introduction", ProposalForms.Name(draft, words), words.Count("mesa.people", mesa.People))
            ),
            ProposalKind.Ficha => new Notice(words.Say("ficha.introduction", forms.Of(draft.Kind).Questions.Length)),
            ProposalKind.Aporte => plan.FindComponent(draft.ComponentId) is { } component
                ? new Notice(words.Say("aporte.introductionTo", component.Name))
                : Notice.None,
            _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.Kind, null),
        };
}
