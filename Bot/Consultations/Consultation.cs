using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Consultations;

public readonly record struct ConsultationId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>One question put to the participants, answered by walking a form of one question.</summary>
/// <param name="Number">How people name it, from 1 in order of opening.</param>
/// <param name="Options">Empty for an open question.</param>
public sealed record Consultation(
    ConsultationId Id,
    int Number,
    string Prompt,
    ImmutableArray<string> Options,
    ParticipantId OpenedBy,
    DateTimeOffset OpenedAt
)
{
    public bool IsChoice => !Options.IsEmpty;
}

/// <summary>What one participant answered; answering again replaces it.</summary>
public sealed record ConsultationResponse(ConsultationId Consultation, ParticipantId Participant, Answer Answer, DateTimeOffset At);

/// <summary>How a consultation was answered so far.</summary>
/// <param name="ByOption">In the order of the options; empty for an open question.</param>
public sealed record Tally(int Responses, ImmutableArray<int> ByOption);
