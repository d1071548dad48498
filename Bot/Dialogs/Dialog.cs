using System.Diagnostics;
using AgaBot.Dialogs.Advice;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Greeting;
using AgaBot.Dialogs.Groups;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Returning;
using AgaBot.Dialogs.Undoing;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs;

/// <summary>Decides a turn: what was said goes to a command or to the form that is open.</summary>
internal sealed class Dialog(
    DialogForms forms,
    CommandDesk commands,
    OpenWalk walk,
    PendingRequests intentions,
    ChangedForms changed,
    AnsweredCards answered,
    Welcome welcome,
    GroupTalk group,
    DocumentHandler documents,
    PasteHandler pastes,
    DraftHandler drafts,
    DraftReminder reminder,
    SentProposalHandler sent,
    ReturnHandler returning,
    AsideHandler asides,
    RepeatedMisunderstandingHelp waysOn,
    ReviewAdvice advice
) : IDialog
{
    public async ValueTask<Decision> DecideAsync(DialogState state, TurnInput turn, CancellationToken cancellationToken)
    {
        if (turn.Input is UserInput.DraftRests rests)
            return reminder.Say(new DialogContext(state, turn), rests.Draft);
        bool greeted = state.Conversation.Greeted;
        DialogContext before = FirstGreeting.Heed(new(WithoutLostDraft(state), turn));
        DialogContext context = UndoHandler.ForgetOld(
            before.With(before.Conversation with { Greeted = true, HeardOn = HeardOn(before) })
        ) with
        {
            ComesBack = ReturnHandler.ComesBack(before),
        };
        if (turn.ConversationKind is ConversationKind.Group where)
            return await group.DecideAsync(context, where, cancellationToken);
        if (changed.Carry(context) is not { } carried)
            return await DecideAsync(context, greeted, cancellationToken);
        if (carried.LostItsPlace && AnswersTheQuestionAtHand(turn.Input))
            return carried.Moment.Say(PlaceMessage.Say(carried.Open, carried.Notice));
        Decision decided = await DecideAsync(carried.Moment, greeted, cancellationToken);
        return decided with { Replies = [new Reply(carried.Notice.Text), .. decided.Replies] };
    }

    /// <summary>Who comes in has said nothing yet.</summary>
    private static DateOnly? HeardOn(DialogContext before) =>
        before is { Conversation.HeardOn: null, State.Drafts: [], Turn.Input: UserInput.Joined or UserInput.Installed }
            ? null
            : before.Turn.Today;

    private async ValueTask<Decision> DecideAsync(DialogContext context, bool greeted, CancellationToken cancellationToken)
    {
        Decision decision = context.Turn.Input switch
        {
            UserInput.Joined or UserInput.Installed => (context.ComesBack ? drafts.Meet(context, open: null) : null)
                ?? (greeted ? context.Say([]) : context.Say(welcome.Say(context))),
            UserInput.Removed => context.With(context.Conversation with { Greeted = false }).Say([]),
            UserInput.Typed typed => await TypedAsync(context, typed.Text, cancellationToken),
            UserInput.Pressed pressed => await PressedAsync(context, pressed.Submit, cancellationToken),
            UserInput.Sent sent => await documents.TakeAsync(
                context,
                sent.File,
                forms.Open(context.State, context.Words),
                cancellationToken
            ),
            UserInput.Unreadable => NotUnderstood(context, "unreadable"),
            _ => throw new UnreachableException(),
        };
        Decision followed = await intentions.FollowAsync(context, decision, cancellationToken);
        Decision offered = waysOn.Offer(context, context.ComesBack ? returning.Remind(context, followed) : followed);
        return answered.Replace(context, await advice.AddAsync(offered, cancellationToken));
    }

    private async ValueTask<Decision> TypedAsync(DialogContext context, string text, CancellationToken cancellationToken)
    {
        // Nothing to see is nothing said: it does not pass over a question.
        if (UserText.IsBlank(text))
            return NotUnderstood(context, "unreadable");
        OpenForm? open = forms.Open(context.State, context.Words);
        return CommandReader.Read(text) switch
        {
            Utterance.Ordered ordered when open is null || !(MayBeAnswer(ordered.Command, open) || IsOption(text, open)) =>
                await OrderAsync(context, ordered.Command, open, cancellationToken),
            Utterance.Ordered ordered => await walk.AdvanceAsync(context, new FormInput.Say(ordered.Text), cancellationToken),
            Utterance.Told told when pastes.Take(context, told.Text, open) is { } taken => taken,
            Utterance.Told told => await ToldAsync(context, told.Text, open, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private async ValueTask<Decision> ToldAsync(DialogContext context, string text, OpenForm? open, CancellationToken cancellationToken)
    {
        if (asides.Find(context, text, open) is not { } aside)
            return open is null
                ? await WishedAsync(context, text, cancellationToken)
                : await AnsweredAsync(context, text, open, cancellationToken);
        // In quotes it is an answer, without them.
        if (open is not null && CommandReader.Unquoted(text.Trim()) is { } inner)
            return await walk.AdvanceAsync(context, new FormInput.Say(inner), cancellationToken);
        return asides.Answer(context, aside, open) ?? await OrderAsync(context, AsideHandler.CommandOf(aside)!, open, cancellationToken);
    }

    /// <summary>Where no form is open, nothing that is typed is an answer.</summary>
    private async ValueTask<Decision> WishedAsync(DialogContext context, string text, CancellationToken cancellationToken) =>
        LoneNumber.Read(text) is { } number ? await NumberedAsync(context, number, cancellationToken)
        : SentenceReader.FindCommand(text) is { } wish ? await OrderAsync(context, wish, open: null, cancellationToken)
        : (context.ComesBack ? drafts.Meet(context, open: null) : null) ?? NotUnderstood(context, "notUnderstood");

    /// <summary>The consultation of that number, where nothing else may be meant.</summary>
    private async ValueTask<Decision> NumberedAsync(DialogContext context, int number, CancellationToken cancellationToken) =>
        LoneNumber.Ways(context, number) ?? await OrderAsync(context, new Command.Respond(number), open: null, cancellationToken);

    /// <summary>What is no answer may be a wish, and is heard as one where that leaves the form as it is.</summary>
    private async ValueTask<Decision> AnsweredAsync(DialogContext context, string text, OpenForm open, CancellationToken cancellationToken)
    {
        Decision step = await walk.AdvanceAsync(context, new FormInput.Say(text), cancellationToken);
        return step.NotUnderstood && SentenceReader.FindCommand(text) is { } wish && !LeavesTheForm(wish)
            ? await OrderAsync(context, wish, open, cancellationToken)
            : step;
    }

    private static bool LeavesTheForm(Command wish) =>
        wish
            is Command.Propose
                or Command.Contribute
                or Command.Resume
                or Command.Discard
                or Command.DeleteMyData
                or Command.NewConsultation
                or Command.Hello;

    private async ValueTask<Decision> PressedAsync(DialogContext context, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (submit.Action == CardActions.Command)
        {
            // A form's own card, as the review with its "cancelar": of another form it would do what nobody meant.
            OpenForm? open = forms.Open(context.State, context.Words);
            if (submit.Session is not null && open?.Session.Id != submit.Session)
                return OldCard(context, null);
            return submit.Command is { } words && CommandReader.Read(words) is Utterance.Ordered ordered
                ? submit.Session is not null && submit.Revision != open?.Session.Revision && IsAboutWhatTheCardShowed(ordered.Command)
                    ? OldCard(context, submit.Question)
                    : await OrderAsync(context, ordered.Command, open, cancellationToken)
                : NotUnderstood(context, "unreadable");
        }
        if (submit.Action is CardActions.Resume or CardActions.Discard)
            return await WithDraftOfAsync(context, submit, cancellationToken);
        return CardInputs.Take(forms, context, submit) switch
        {
            CardTaking.Input { Moment: var now, Value: FormInput.Fill fill }
                when pastes.Take(now, fill, forms.Open(now.State, now.Words)) is { } pasted => pasted,
            CardTaking.Input taken => await walk.AdvanceAsync(taken.Moment, taken.Value, cancellationToken),
            CardTaking.Old old => OldCard(context, old.QuestionId),
            CardTaking.Unreadable => NotUnderstood(context, "unreadable"),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A card names a draft by its session, which is looked for among the person's own.</summary>
    private async ValueTask<Decision> WithDraftOfAsync(DialogContext context, CardSubmit submit, CancellationToken cancellationToken)
    {
        OpenForm? open = forms.Open(context.State, context.Words);
        return context.State.Drafts.FirstOrDefault(draft => draft.Session.Id == submit.Session) is not { } draft ? OldCard(context, null)
            : submit.Action == CardActions.Resume ? drafts.Resume(context, draft, open)
            : await drafts.DiscardAsync(context, draft, open, cancellationToken);
    }

    private async ValueTask<Decision> OrderAsync(
        DialogContext context,
        Command command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        WalkInputs.Of(command, open) is not { } input ? await commands.FollowAsync(context, command, open, cancellationToken)
        : open is not null ? await walk.AdvanceAsync(context, input, cancellationToken)
        : await sent.SayAsync(context, command, cancellationToken);

    /// <summary>What is typed and is about no other than the question at hand; of a card, its revision says so.</summary>
    private static bool AnswersTheQuestionAtHand(UserInput said) =>
        said is UserInput.Typed typed
        && CommandReader.Read(typed.Text) switch
        {
            Utterance.Told => true,
            Utterance.Ordered ordered => ordered.Command
                is Command.Skip
                    or Command.Done
                    or Command.RemoveRow
                    or Command.EditRow
                    or Command.MoveRow
                    or Command.Change,
            _ => throw new UnreachableException(),
        };

    /// <summary>Rows and answers may have other numbers and words since.</summary>
    private static bool IsAboutWhatTheCardShowed(Command command) =>
        command is Command.ReplaceRow or Command.ReplaceAnswer or Command.EditRow or Command.UseFullNames;

    /// <summary>
    /// <i>Coordinador regional</i> may be somebody's answer: a code is one word in capitals or with a digit.
    /// <i>Quitar 2</i> may be one where no table is asked for, what is said of suggestions and like proposals where there is no review, and
    /// <i>cambiar fila 2</i> and <i>cambiar la 2</i> where there is no such row or question.
    /// </summary>
    private static bool MayBeAnswer(Command command, OpenForm open) =>
        command switch
        {
            Command.BecomeCoordinator { Code: var code } => code.Any(char.IsWhiteSpace)
                || !(code.Any(char.IsAsciiDigit) || code.All(char.IsUpper)),
            Command.EditRow { Number: var row } => open.QuestionAtHand is Question.Text && !open.HasRow(row ?? open.RowCount),
            Command.ReplaceRow { Number: var row } => open.QuestionAtHand is Question.Text && !open.HasRow(row),
            Command.ReplaceAnswer { Number: var question } => open.QuestionAtHand is Question.Text && !open.HasQuestion(question),
            Command.LeaveAsIs or Command.UseFullNames => open.QuestionAtHand is Question.Text,
            Command.RemoveRow or Command.MoveRow => open.QuestionAtHand is not Question.Rows,
            Command.Change { Number: var question } => open.QuestionAtHand is not (null or Question.Rows) && !open.HasQuestion(question),
            Command.IgnoreSuggestion or Command.AddTo => open.QuestionAtHand is not null,
            _ => false,
        };

    /// <summary>A coordinator's own options may have the name of a command: "Opciones", "Votar".</summary>
    private static bool IsOption(string text, OpenForm open) =>
        open.QuestionAtHand is Question.Choice choice
        && Folding.ToWords(text) is var said
        && choice.Options.Any(option => Folding.ToWords(option.Label) == said);

    private Decision OldCard(DialogContext context, string? questionId) =>
        forms.Open(context.State, context.Words) is { } open
            ? context.Say(PlaceMessage.Say(open, Notice.Problem(StepMessage.StaleCard(open, questionId))))
            : context.Say(context.Words["oldCard"]);

    /// <summary>One sentence on what is wrong, and what can be done next: the question again, or the commands.</summary>
    private Decision NotUnderstood(DialogContext context, string key) =>
        forms.Open(context.State, context.Words) is { } open
            ? context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words[key]))) with
            {
                NotUnderstood = true,
            }
            : context.Say($"{context.Words[key]}\n\n{Welcome.Orders(context)}") with
            {
                NotUnderstood = true,
            };

    /// <summary>A draft may have been sent or thrown away in another conversation: then this one has nothing open.</summary>
    private static DialogState WithoutLostDraft(DialogState state) =>
        state.Conversation.ActiveForm is ActiveForm.Proposing proposing && ProposalDrafts.Find(state, proposing.Draft) is null
            ? state with
            {
                Conversation = state.Conversation with { ActiveForm = null },
            }
            : state;
}
