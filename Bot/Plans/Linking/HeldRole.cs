namespace AgaBot.Plans.Linking;

/// <summary>A role of a linked person, which holds only in turns that come from one of the person's ids.</summary>
public sealed record HeldRole(ParticipantId By, Role Role);
