using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Consultations;

public readonly record struct ConsultationId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A prompt for the participants, answered in a form of one question.</summary>
/// <param name="Number">The number that people use, from 1 in order of opening.</param>
/// <param name="Options">Empty for an open prompt.</param>
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

/// <summary>The response of one participant; a new response replaces it.</summary>
public sealed record ConsultationResponse(ConsultationId Consultation, ParticipantId Participant, Answer Answer, DateTimeOffset At);

/// <summary>The responses to a consultation so far.</summary>
/// <param name="ByOption">In the order of the options; empty for an open prompt.</param>
public sealed record Tally(int Responses, ImmutableArray<int> ByOption);
