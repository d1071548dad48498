namespace AgaBot.Bench.Fuzz;

/// <summary>What must not happen, and with which activity it did.</summary>
internal sealed record Finding(int Number, string What, byte[] Activity);
