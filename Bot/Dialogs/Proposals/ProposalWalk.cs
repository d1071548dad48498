using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Returning;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Proposals;

/// <summary>Fills a ficha or an aporte, from <i>proponer</i> to its receipt.</summary>
internal sealed class ProposalWalk(DialogForms forms, ChangedForms changed, ReturnHandler returning, PlanQuestionLabels labels)
{
    /// <summary>Begins a proposal. A draft that is still empty is used again; one with answers stays under <i>mis fichas</i>.</summary>
    public Decision Begin(DialogContext context, PendingRequest.Propose wish, Notice notice)
    {
        Draft? empty = context.State.Drafts.FirstOrDefault(draft => draft.Session.IsEmpty && draft.Kind == wish.Kind);
        if (empty is null && context.State.Drafts.Length >= ProposalDrafts.Most)
            return context.Say(context.Words.Say("drafts.tooMany", ProposalDrafts.Most));

        FormSession session = FormSession.Start(context.NewId("session"), forms.Of(wish.Kind));
        var draft = new Draft(
            empty?.Id ?? new ProposalId(context.NewId("proposal")),
            wish.Kind,
            wish.ComponentId,
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
            .Then(Notice.None with { Offers = DateConcerns.Brought(open, draft.Session, forms.Plan.Period) });
        Decision opened = Open(context, after, said);
        string? leftOut = PaperNotes.LeftOut(open, notUnderstood, filled);
        return opened with
        {
            Replies = leftOut is null ? opened.Replies : opened.Replies.Insert(0, new Reply(leftOut)),
            PlanChanges = after.Session.IsEmpty ? [] : [new DraftPlaced(after.Id, after.Kind, context.Participant.Id, ComponentOf(after))],
        };
    }

    /// <summary>Takes a draft up again where it was left.</summary>
    public Decision Resume(DialogContext context, Draft draft) =>
        Resume(
            context,
            draft,
            new Notice(context.Words["drafts.resumed"])
                .Then(new Notice(returning.Missing(context.Words, draft)))
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
            PlanChanges = [new DraftPlaced(back.Id, back.Kind, context.Participant.Id, ComponentOf(back))],
        };
    }

    private Decision Resume(DialogContext context, Draft draft, Notice notice)
    {
        DialogContext opened = context.With(new ActiveForm.Proposing(draft.Id));
        return changed.Carry(opened) is { } carried
            ? Open(carried.Moment, ProposalDrafts.Find(carried.Moment.State, draft.Id)!, notice.Then(carried.Notice))
            : Open(context, draft, notice);
    }

    public Decision Advance(DialogContext context, Draft draft, FormInput said)
    {
        OpenForm before = forms.Of(draft, context.Words);
        FormInput input = WithoutLabels(said, before);
        FormStep step = WithoutLabelAbove(before, FormWalk.Advance(before.Form, draft.Session, input, context.Turn.Today));
        Draft after = step.Session == draft.Session ? draft : draft with { Session = step.Session, ChangedAt = context.Turn.Now };
        return step.Outcome switch
        {
            FormOutcome.Submitted => Submit(context, after),
            FormOutcome.Cancelled => Discard(context, after, before),
            FormOutcome.Restarted => Restart(context, draft, after, input, step.Outcome),
            _ => Keep(context, draft, after, input, step.Outcome),
        };
    }

    /// <summary>People copy the question's name with its answer. What goes on with a text that was begun is in the middle of it.</summary>
    private FormInput WithoutLabels(FormInput said, OpenForm open) =>
        said switch
        {
            FormInput.Say say when open.QuestionAtHand is { } asked && !open.Session.Unfinished.Contains(asked.Id) => say with
            {
                Text =
                    asked is Question.Text { Multiline: true } && LabelledLine.IsLabelAlone(asked.Id, say.Text, labels)
                        ? AsHead(say.Text)
                        : LabelledLine.WithoutLabel(asked.Id, say.Text, labels),
            },
            FormInput.Fill fill => fill with
            {
                Values =
                [
                    .. fill.Values.Select(value =>
                        KeyValuePair.Create(value.Key, LabelledLine.WithoutLabel(value.Key, value.Value, labels))
                    ),
                ],
            },
            _ => said,
        };

    /// <summary>A label alone is the head of what comes in the next message: it ends as a text does that goes on.</summary>
    private static string AsHead(string label) => label.TrimEnd().TrimEnd(':', '*', '_', ' ') + ":";

    /// <summary>Where a label came alone and its text comes now, the text is the answer.</summary>
    private FormStep WithoutLabelAbove(OpenForm before, FormStep step) =>
        before.QuestionAtHand is { } asked
        && before.Session.Unfinished.Contains(asked.Id)
        && before.Session.Answer<Answer.Text>(asked.Id) is { } head
        && LabelledLine.IsLabelAlone(asked.Id, head.Value, labels)
        && step.Session.Answer<Answer.Text>(asked.Id) is { } whole
        && whole != head
            ? step with
            {
                Session = step.Session with
                {
                    Answers = step.Session.Answers.SetItem(
                        asked.Id,
                        new Answer.Text(LabelledLine.WithoutLabel(asked.Id, whole.Value, labels))
                    ),
                },
            }
            : step;

    /// <summary>Puts entities' own names into a list, as its person wishes.</summary>
    /// <param name="number">The answer's; null is the last before the question at hand.</param>
    public Decision UseFullNames(DialogContext context, int? number, OpenForm? open)
    {
        if (open is null || context.Conversation.ActiveForm is not ActiveForm.Proposing proposing)
            return context.Say(context.Words["noForm"]);
        ImmutableArray<Question> asked = FormWalk.Asked(open.Form, open.Session);
        int at = number ?? FullNames.Last(open, forms.Plan.Entities);
        return
            at >= 1
            && at <= asked.Length
            && open.Session.Answer<Answer.List>(asked[at - 1].Id) is { } list
            && FullNames.In(list, forms.Plan.Entities) is var full
            && full != list.Words
            ? Advance(context, ProposalDrafts.Find(context.State, proposing.Draft)!, new FormInput.Replace(at, full))
            : context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words["entity.none"])));
    }

    /// <summary>Sends what stands at its review as an aporte to another proposal, in that one's component.</summary>
    public Decision AddTo(DialogContext context, Draft draft, Proposal to)
    {
        var send = new FormInput.Submit();
        FormStep step = FormWalk.Advance(forms.Of(draft.Kind), draft.Session, send, context.Turn.Today);
        Draft after = draft with { Session = step.Session, ChangedAt = context.Turn.Now };
        return step.Outcome is FormOutcome.Submitted ? Submit(context, after, to) : Keep(context, draft, after, send, step.Outcome);
    }

    private Decision Keep(DialogContext context, Draft before, Draft after, FormInput input, FormOutcome outcome)
    {
        OpenForm open = forms.Of(after, context.Words);
        Decision decision = Decision.Say(
            ProposalDrafts.Put(context.State, after),
            StepMessage.Say(
                open,
                input,
                outcome,
                [
                    .. DateConcerns.Brought(open, before.Session, forms.Plan.Period),
                    .. FullNames.Brought(open, before.Session, outcome, forms.Plan.Entities),
                ]
            )
        );
        bool begun = before.Session.IsEmpty && !after.Session.IsEmpty;
        bool moved = !after.Session.IsEmpty && ComponentOf(before) != ComponentOf(after);
        return begun || moved
            ? decision with
            {
                PlanChanges = [new DraftPlaced(after.Id, after.Kind, context.Participant.Id, ComponentOf(after))],
            }
            : decision;
    }

    /// <param name="to">What it is added to as an aporte; null where it stands for itself. An aporte's component is no answer of it.</param>
    private Decision Submit(DialogContext context, Draft draft, Proposal? to = null)
    {
        var proposal = new Proposal(
            draft.Id,
            to is null ? draft.Kind : ProposalKind.Aporte,
            ReceiptNumber.Draw(draft.Id, context.Turn.Attempt),
            context.Participant.Id,
            to?.ComponentId ?? ComponentOf(draft),
            to is null ? draft.Session.Answers : draft.Session.Answers.Remove(FichaForm.Componente),
            context.Turn.Now,
            ProposalState.Submitted
        )
        {
            AddsTo = to?.Receipt,
            // Those whom the facilitator has counted by now.
            Mesa = draft.Mesa is { } begun && context.State.Mesa is { } now && now.Id == begun.Id ? now : draft.Mesa,
        };
        DialogContext without = WithoutDraft(context, draft);
        return without.Say(Receipt.Say(context.Words, forms.Plan, proposal)) with
        {
            PlanChanges = [new ProposalSubmitted(proposal)],
            Ended = draft.Session,
        };
    }

    /// <summary>Of a resumen, the next ficha belongs to the turn in which the one before is done with.</summary>
    private static DialogContext WithoutDraft(DialogContext context, Draft draft)
    {
        ConversationState conversation = context.Conversation with { ActiveForm = null };
        if (conversation.Document is { } document && document.Draft == draft.Id)
            conversation = document.Left is [var next, ..]
                ? conversation with
                {
                    Pending = new PendingRequest.ReadFile(document.File, next),
                }
                : conversation with
                {
                    Document = null,
                };
        return context with { State = ProposalDrafts.Remove(context.State, draft.Id) with { Conversation = conversation } };
    }

    private static Decision Discard(DialogContext context, Draft draft, OpenForm open)
    {
        DialogContext without = WithoutDraft(context, draft);
        return without.Say(context.Words.Say("draft.discarded", open.FullName)) with
        {
            PlanChanges = [new DraftDiscarded(draft.Id, context.Participant.Id)],
            Ended = draft.Session,
        };
    }

    /// <summary>A draft begun again is another proposal: the one thrown away is counted no more.</summary>
    private Decision Restart(DialogContext context, Draft before, Draft after, FormInput input, FormOutcome outcome)
    {
        Draft fresh = after with
        {
            Id = new ProposalId(context.NewId("proposal")),
            StartedAt = context.Turn.Now,
            Ignored = Draft.NothingIgnored,
            RemindedAt = null,
        };
        DialogState state = ProposalDrafts.Put(ProposalDrafts.Remove(context.State, before.Id), fresh);
        DialogContext now = (context with { State = state }).With(new ActiveForm.Proposing(fresh.Id));
        return now.Say(StepMessage.Say(forms.Of(fresh, context.Words), input, outcome)) with
        {
            PlanChanges = [new DraftDiscarded(before.Id, context.Participant.Id)],
        };
    }

    private Decision Open(DialogContext context, Draft draft, Notice notice)
    {
        DialogContext now = (context with { State = ProposalDrafts.Put(context.State, draft) }).With(
            context.Conversation with
            {
                ActiveForm = new ActiveForm.Proposing(draft.Id),
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
                words.Say("mesa.introduction", DialogForms.Name(draft, words), words.Count("mesa.people", mesa.People))
            ),
            ProposalKind.Ficha => new Notice(words.Say("ficha.introduction", forms.Of(draft.Kind).Questions.Length)),
            ProposalKind.Aporte => forms.Plan.FindComponent(draft.ComponentId) is { } component
                ? new Notice(words.Say("aporte.introductionTo", component.Name, forms.Of(draft.Kind).Questions.Length))
                : new Notice(words.Say("aporte.introduction", forms.Of(draft.Kind).Questions.Length)),
            _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.Kind, null),
        };

    private static string? ComponentOf(Draft draft) =>
        draft.Kind switch
        {
            ProposalKind.Ficha => FichaForm.ComponentOf(draft.Session),
            ProposalKind.Aporte => draft.ComponentId,
            _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.Kind, null),
        };
}
