using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>A turn while it is decided: what is remembered, what was heard, and the words to answer in.</summary>
internal sealed record DialogContext(DialogState State, TurnInput Turn)
{
    private const int IdBytes = 12;

    /// <summary>Whether this is the first thing on a day after something was left unfinished.</summary>
    public bool ComesBack { get; init; }

    public Words Words => Words.Of(State.Conversation.Language);

    public Participant Participant => State.Participant;

    public ConversationState Conversation => State.Conversation;

    /// <summary>Whether the person may see and do what coordinators do: not where others read it.</summary>
    public bool IsCoordinator =>
        Turn.ConversationKind is ConversationKind.Private
        && (Participant.Roles.Contains(Role.Coordinator) || Turn.Roles.Contains(Role.Coordinator));

    public DialogContext With(ConversationState conversation) => this with { State = State with { Conversation = conversation } };

    /// <summary>In the language that the person asked for, here and in what they begin elsewhere.</summary>
    public DialogContext In(Words words) =>
        this with
        {
            State = State with
            {
                Conversation = Conversation with { Language = words.Language },
                Person = State.Person with { Language = words.Language },
            },
        };

    public DialogContext With(ActiveForm form) => With(Conversation with { ActiveForm = form });

    public DialogContext WithNoForm() => With(Conversation with { ActiveForm = null });

    public DialogContext With(ParticipantState person) => this with { State = State with { Person = person } };

    public DialogContext With(Participant participant) => With(State.Person with { Participant = participant });

    /// <summary>Recording for this mesa from now on, or for nobody but themselves.</summary>
    public DialogContext Recording(MesaRef? mesa) => With(State.Person with { Mesa = mesa });

    public Decision Say(params ImmutableArray<Reply> replies) => Decision.Say(State, replies);

    public Decision Say(string text) => Say(new Reply(text));

    /// <summary>An id for what this turn makes: the same whenever the turn is decided again. ASCII letters and digits.</summary>
    public string NewId(string what)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\u001f{Turn.TurnId}"), hash);
        return Convert.ToHexStringLower(hash[..IdBytes]);
    }
}
