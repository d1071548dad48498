using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>A turn while it is decided: the state, the input, and the texts to answer with.</summary>
internal sealed record DialogContext(DialogState State, TurnInput Turn)
{
    private const int IdBytes = 12;

    /// <summary>Whether this is the first input of the day from a person who has unfinished drafts.</summary>
    public bool ComesBack { get; init; }

    public Words Words => Words.Of(State.Conversation.Language);

    /// <summary>The id under which the person speaks in this turn.</summary>
    public ParticipantId Speaker => Turn.Speaker ?? Participant.Id;

    public Participant Participant => State.Participant;

    public ConversationState Conversation => State.Conversation;

    /// <summary>Whether the person may see and do what coordinators do; never where others can read the reply.</summary>
    public bool IsCoordinator =>
        Turn.ConversationKind is ConversationKind.Private
        && (Participant.Roles.Contains(Role.Coordinator) || Turn.Roles.Contains(Role.Coordinator));

    public DialogContext With(ConversationState conversation) => this with { State = State with { Conversation = conversation } };

    /// <summary>In the language that the person asked for, here and in new conversations.</summary>
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

    /// <summary>The person records for this mesa from now on; null means for themselves.</summary>
    public DialogContext Recording(MesaRef? mesa) => With(State.Person with { Mesa = mesa });

    public Decision Say(params ImmutableArray<Reply> replies) => Decision.Say(State, replies);

    public Decision Say(string text) => Say(new Reply(text));

    /// <summary>
    /// An id for something that this turn creates; the same whenever the turn is decided again. ASCII letters and digits.
    /// </summary>
    public string NewId(string what)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\u001f{Turn.TurnId}"), hash);
        return Convert.ToHexStringLower(hash[..IdBytes]);
    }
}
