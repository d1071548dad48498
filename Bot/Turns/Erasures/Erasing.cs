namespace AgaBot.Turns.Erasures;

/// <summary>An erasure under way.</summary>
/// <param name="TurnId">Of the turn in which the person asked for it.</param>
public sealed record Erasing(string TurnId, DateTimeOffset At);
