using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs;

/// <summary>A turn while it is decided: what is remembered, what was heard, and the words to answer in.</summary>
internal sealed record Moment(Memory Memory, Heard Heard)
{
    private const int IdBytes = 12;

    /// <summary>Whether this is the first thing on a day after something was left unfinished.</summary>
    public bool ComesBack { get; init; }

    public Words Words => Words.Of(Memory.Talk.Language);

    public Participant Participant => Memory.Participant;

    public Talk Talk => Memory.Talk;

    /// <summary>Whether the person may see and do what coordinators do: not where others read it.</summary>
    public bool IsCoordinator =>
        Heard.Setting is Setting.Alone && (Participant.Roles.Contains(Role.Coordinator) || Heard.Roles.Contains(Role.Coordinator));

    public Moment With(Talk talk) => this with { Memory = Memory with { Talk = talk } };

    /// <summary>In the language that the person asked for, here and in what they begin elsewhere.</summary>
    public Moment In(Words words) =>
        this with
        {
            Memory = Memory with { Talk = Talk with { Language = words.Language }, Language = words.Language },
        };

    public Moment With(Walk? walk) => With(Talk with { Walk = walk });

    public Moment With(Participant participant) => this with { Memory = Memory with { Participant = participant } };

    /// <summary>Recording for this mesa from now on, or for nobody but themselves.</summary>
    public Moment Recording(MesaRef? mesa) => this with { Memory = Memory with { Mesa = mesa } };

    public Decision Say(params ImmutableArray<Reply> replies) => Decision.Say(Memory, replies);

    public Decision Say(string text) => Say(new Reply(text));

    /// <summary>An id for what this turn makes: the same whenever the turn is decided again. ASCII letters and digits.</summary>
    public string NewId(string what)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\u001f{Heard.TurnId}"), hash);
        return Convert.ToHexStringLower(hash[..IdBytes]);
    }
}
