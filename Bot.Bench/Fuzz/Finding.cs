namespace AgaBot.Bench.Fuzz;

/// <summary>A fault, and the activity that caused it.</summary>
internal sealed record Finding(int Number, string What, byte[] Activity);
