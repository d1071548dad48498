namespace AgaBot.Dialogs.Codes;

/// <summary>
/// Counts wrong codes by kind and address block. A block with more than <see cref="PerHour"/> is loud: its conversations have fewer free
/// tries (<see cref="CodeTries"/>). A hall whose two hundred people mistype a code once each is not loud.
/// </summary>
/// <remarks>
/// The count is in the memory of this instance and a restart resets it: the codes have enough bits without it (docs/decisions/0042), and
/// counting costs no write. A turn that is decided again counts its code twice, which errs on the safe side.
/// </remarks>
public sealed class WrongTries(TimeProvider time)
{
    /// <summary>The number that a block forgets in an hour, and the number from which it is loud.</summary>
    public const int PerHour = 300;

    private readonly AddressLevels<CodeKind> levels = new(time, PerHour, 2 * PerHour);

    /// <param name="block">Null on channels that show no address; these are never loud.</param>
    public bool IsLoud(CodeKind kind, string? block) => levels.Of(kind, block) >= PerHour;

    public void Count(CodeKind kind, string? block) => levels.Count(kind, block);
}
