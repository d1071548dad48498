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

namespace AgaBot.Dialogs;

/// <summary>Decides a turn: what was said goes to a command or to the form that is open.</summary>
internal sealed class Dialog(
    DialogForms forms,
    CommandDesk commands,
    OpenWalk walk,
    Intentions intentions,
    ChangedForms changed,
    AnsweredCards answered,
    Welcome welcome,
    GroupTalk group,
    DocumentDesk documents,
    PasteDesk pastes,
    DraftDesk drafts,
    DraftReminder reminder,
    SentDesk sent,
    ReturnDesk returning,
    AsideDesk asides,
    WaysOn waysOn,
    ReviewAdvice advice
) : IDialog
{
    public async ValueTask<Decision> DecideAsync(Memory memory, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Said is Said.DraftRests rests)
            return reminder.Say(new Moment(memory, heard), rests.Draft);
        bool greeted = memory.Talk.Greeted;
        Moment before = FirstGreeting.Heed(new(WithoutLostDraft(memory), heard));
        Moment moment = UndoDesk.ForgetOld(before.With(before.Talk with { Greeted = true, HeardOn = HeardOn(before) })) with
        {
            ComesBack = ReturnDesk.ComesBack(before),
        };
        if (heard.Setting is Setting.Group where)
            return await group.DecideAsync(moment, where, cancellationToken);
        if (changed.Carry(moment) is not { } carried)
            return await DecideAsync(moment, greeted, cancellationToken);
        if (carried.LostItsPlace && AnswersTheQuestionAtHand(heard.Said))
            return carried.Moment.Say(PlaceReply.Say(carried.Open, carried.Notice));
        Decision decided = await DecideAsync(carried.Moment, greeted, cancellationToken);
        return decided with { Replies = [new Reply(carried.Notice.Text), .. decided.Replies] };
    }

    /// <summary>Who comes in has said nothing yet.</summary>
    private static DateOnly? HeardOn(Moment before) =>
        before is { Talk.HeardOn: null, Memory.Drafts: [], Heard.Said: Said.Joined or Said.Installed } ? null : before.Heard.Today;

    private async ValueTask<Decision> DecideAsync(Moment moment, bool greeted, CancellationToken cancellationToken)
    {
        Decision decision = moment.Heard.Said switch
        {
            Said.Joined or Said.Installed => (moment.ComesBack ? drafts.Meet(moment, open: null) : null)
                ?? (greeted ? moment.Say([]) : moment.Say(welcome.Say(moment))),
            Said.Removed => moment.With(moment.Talk with { Greeted = false }).Say([]),
            Said.Typed typed => await TypedAsync(moment, typed.Text, cancellationToken),
            Said.Pressed pressed => await PressedAsync(moment, pressed.Submit, cancellationToken),
            Said.Sent sent => await documents.TakeAsync(moment, sent.File, forms.Open(moment.Memory, moment.Words), cancellationToken),
            Said.Unreadable => NotUnderstood(moment, "unreadable"),
            _ => throw new UnreachableException(),
        };
        Decision followed = await intentions.FollowAsync(moment, decision, cancellationToken);
        Decision offered = waysOn.Offer(moment, moment.ComesBack ? returning.Remind(moment, followed) : followed);
        return answered.Replace(moment, await advice.AddAsync(offered, cancellationToken));
    }

    private async ValueTask<Decision> TypedAsync(Moment moment, string text, CancellationToken cancellationToken)
    {
        // Nothing to see is nothing said: it does not pass over a question.
        if (WrittenText.IsBlank(text))
            return NotUnderstood(moment, "unreadable");
        OpenForm? open = forms.Open(moment.Memory, moment.Words);
        return CommandReader.Read(text) switch
        {
            Utterance.Ordered ordered when open is null || !(MayBeAnswer(ordered.Command, open) || IsOption(text, open)) =>
                await OrderAsync(moment, ordered.Command, open, cancellationToken),
            Utterance.Ordered ordered => await walk.AdvanceAsync(moment, new FormInput.Say(ordered.Text), cancellationToken),
            Utterance.Told told when pastes.Take(moment, told.Text, open) is { } taken => taken,
            Utterance.Told told => await ToldAsync(moment, told.Text, open, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private async ValueTask<Decision> ToldAsync(Moment moment, string text, OpenForm? open, CancellationToken cancellationToken)
    {
        if (asides.Find(moment, text, open) is not { } aside)
            return open is null
                ? await WishedAsync(moment, text, cancellationToken)
                : await AnsweredAsync(moment, text, open, cancellationToken);
        // In quotes it is an answer, without them.
        if (open is not null && CommandReader.Unquoted(text.Trim()) is { } inner)
            return await walk.AdvanceAsync(moment, new FormInput.Say(inner), cancellationToken);
        return asides.Answer(moment, aside, open) ?? await OrderAsync(moment, AsideDesk.CommandOf(aside)!, open, cancellationToken);
    }

    /// <summary>Where no form is open, nothing that is typed is an answer.</summary>
    private async ValueTask<Decision> WishedAsync(Moment moment, string text, CancellationToken cancellationToken) =>
        LoneNumber.Read(text) is { } number ? await NumberedAsync(moment, number, cancellationToken)
        : SentenceReader.FindCommand(text) is { } wish ? await OrderAsync(moment, wish, open: null, cancellationToken)
        : (moment.ComesBack ? drafts.Meet(moment, open: null) : null) ?? NotUnderstood(moment, "notUnderstood");

    /// <summary>The consultation of that number, where nothing else may be meant.</summary>
    private async ValueTask<Decision> NumberedAsync(Moment moment, int number, CancellationToken cancellationToken) =>
        LoneNumber.Ways(moment, number) ?? await OrderAsync(moment, new Command.Respond(number), open: null, cancellationToken);

    /// <summary>What is no answer may be a wish, and is heard as one where that leaves the form as it is.</summary>
    private async ValueTask<Decision> AnsweredAsync(Moment moment, string text, OpenForm open, CancellationToken cancellationToken)
    {
        Decision step = await walk.AdvanceAsync(moment, new FormInput.Say(text), cancellationToken);
        return step.NotUnderstood && SentenceReader.FindCommand(text) is { } wish && !LeavesTheForm(wish)
            ? await OrderAsync(moment, wish, open, cancellationToken)
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

    private async ValueTask<Decision> PressedAsync(Moment moment, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (submit.Action == CardActions.Command)
        {
            // A form's own card, as the review with its "cancelar": of another form it would do what nobody meant.
            OpenForm? open = forms.Open(moment.Memory, moment.Words);
            if (submit.Session is not null && open?.Session.Id != submit.Session)
                return OldCard(moment, null);
            return submit.Command is { } words && CommandReader.Read(words) is Utterance.Ordered ordered
                ? submit.Session is not null && submit.Revision != open?.Session.Revision && IsAboutWhatTheCardShowed(ordered.Command)
                    ? OldCard(moment, submit.Question)
                    : await OrderAsync(moment, ordered.Command, open, cancellationToken)
                : NotUnderstood(moment, "unreadable");
        }
        if (submit.Action is CardActions.Resume or CardActions.Discard)
            return await WithDraftOfAsync(moment, submit, cancellationToken);
        return CardInputs.Take(forms, moment, submit) switch
        {
            CardTaking.Input { Moment: var now, Value: FormInput.Fill fill }
                when pastes.Take(now, fill, forms.Open(now.Memory, now.Words)) is { } pasted => pasted,
            CardTaking.Input taken => await walk.AdvanceAsync(taken.Moment, taken.Value, cancellationToken),
            CardTaking.Old old => OldCard(moment, old.QuestionId),
            CardTaking.Unreadable => NotUnderstood(moment, "unreadable"),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A card names a draft by its session, which is looked for among the person's own.</summary>
    private async ValueTask<Decision> WithDraftOfAsync(Moment moment, CardSubmit submit, CancellationToken cancellationToken)
    {
        OpenForm? open = forms.Open(moment.Memory, moment.Words);
        return moment.Memory.Drafts.FirstOrDefault(draft => draft.Session.Id == submit.Session) is not { } draft ? OldCard(moment, null)
            : submit.Action == CardActions.Resume ? drafts.Resume(moment, draft, open)
            : await drafts.DiscardAsync(moment, draft, open, cancellationToken);
    }

    private async ValueTask<Decision> OrderAsync(Moment moment, Command command, OpenForm? open, CancellationToken cancellationToken) =>
        WalkInputs.Of(command, open) is not { } input ? await commands.FollowAsync(moment, command, open, cancellationToken)
        : open is not null ? await walk.AdvanceAsync(moment, input, cancellationToken)
        : await sent.SayAsync(moment, command, cancellationToken);

    /// <summary>What is typed and is about no other than the question at hand; of a card, its revision says so.</summary>
    private static bool AnswersTheQuestionAtHand(Said said) =>
        said is Said.Typed typed
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

    private Decision OldCard(Moment moment, string? questionId) =>
        forms.Open(moment.Memory, moment.Words) is { } open
            ? moment.Say(PlaceReply.Say(open, Notice.Problem(StepReply.StaleCard(open, questionId))))
            : moment.Say(moment.Words["oldCard"]);

    /// <summary>One sentence on what is wrong, and what can be done next: the question again, or the commands.</summary>
    private Decision NotUnderstood(Moment moment, string key) =>
        forms.Open(moment.Memory, moment.Words) is { } open
            ? moment.Say(PlaceReply.Say(open, Notice.Problem(moment.Words[key]))) with
            {
                NotUnderstood = true,
            }
            : moment.Say($"{moment.Words[key]}\n\n{Welcome.Orders(moment)}") with
            {
                NotUnderstood = true,
            };

    /// <summary>A draft may have been sent or thrown away in another conversation: then this one has nothing open.</summary>
    private static Memory WithoutLostDraft(Memory memory) =>
        memory.Talk.Walk is Walk.Proposing proposing && ProposalDrafts.Find(memory, proposing.Draft) is null
            ? memory with
            {
                Talk = memory.Talk with { Walk = null },
            }
            : memory;
}
