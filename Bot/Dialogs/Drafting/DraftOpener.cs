using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Dialogs.Drafting;

/// <summary>Opens a draft: a new one, one from what was written elsewhere, one that waited, or one that was thrown away.</summary>
internal sealed class DraftOpener(Plan plan, ProposalForms forms)
{
    /// <summary>Begins a proposal. A draft that is still empty is used again; one with answers stays under <i>mis fichas</i>.</summary>
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

    /// <summary>Begins a proposal with what was written elsewhere. It waits at its review, or at the first answer that is missing.</summary>
    /// <param name="notUnderstood">Lines of the document to be listed before.</param>
    /// <param name="understood">Says how much was read.</param>
    public Decision BeginFrom(
        DialogContext context,
        ImportedFicha paper,
        ImmutableArray<string> notUnderstood,
        Notice notice,
        Func<OpenForm, PrefillResult, Notice> understood
    )
    {
        Draft? empty = context.State.Drafts.FirstOrDefault(draft => draft.Session.IsEmpty && draft.Kind == paper.Kind);
        if (empty is null && context.State.Drafts.Length >= ProposalDrafts.Most)
            return context.Say(context.Words.Say("drafts.tooMany", ProposalDrafts.Most));

        Form form = forms.Of(paper.Kind);
        var draft = new Draft(
            empty?.Id ?? new ProposalId(context.NewId("proposal")),
            paper.Kind,
            null,
            context.Turn.Now,
            context.Turn.Now,
            empty?.Session ?? FormSession.Start(context.NewId("session"), form)
        )
        {
            Mesa = context.State.Mesa,
        };
        return Fill(context, draft, paper, notUnderstood, notice, understood);
    }

    /// <summary>Takes what was written elsewhere into a draft: what it does not say stays as it was.</summary>
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
        string? leftOut = PaperNotes.LeftOut(open, notUnderstood, filled);
        return opened with
        {
            Replies = leftOut is null ? opened.Replies : opened.Replies.Insert(0, new Reply(leftOut)),
            PlanChanges = after.Session.IsEmpty
                ? []
                : [new DraftPlaced(after.Id, after.Kind, context.Participant.Id, ProposalForms.ComponentOf(after))],
        };
    }

    /// <summary>Takes a draft up again where it was left.</summary>
    public Decision Resume(DialogContext context, Draft draft) =>
        Resume(
            context,
            draft,
            new Notice(context.Words["drafts.resumed"])
                .Then(new Notice(WaitingDrafts.Missing(forms.Of(draft, context.Words))))
                .Then(new Notice(context.Words["drafts.ways"]))
        );

    /// <summary>
    /// Brings back a draft that was thrown away, under a new id and with cards of its own: the old id is closed in the plan's records, and what was
    /// begun since under the same session goes on beside it. Null where there is no room for it.
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
                ? new Notice(words.Say("aporte.introductionTo", component.Name, forms.Of(draft.Kind).Questions.Length))
                : new Notice(words.Say("aporte.introduction", forms.Of(draft.Kind).Questions.Length)),
            _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.Kind, null),
        };
}
