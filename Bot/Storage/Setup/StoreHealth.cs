using System.Globalization;

namespace AgaBot.Storage.Setup;

/// <summary>The result of the last check of the store's file. Table Storage is never checked.</summary>
internal sealed class StoreHealth
{
    private volatile CheckResult last = new(null, null);

    public bool IsDamaged => last.Damage is not null;

    /// <summary>For the operator, in a line.</summary>
    public string Remark =>
        last switch
        {
            { Damage: not null } => "the store's file is damaged: see the log, event 1101",
            { At: { } at } => string.Create(CultureInfo.InvariantCulture, $"the store's file was found sound on {at:yyyy-MM-dd HH:mm} UTC"),
            _ => "the store's file was not checked yet",
        };

    /// <param name="damage">Null where the file is sound.</param>
    public void Keep(string? damage, DateTimeOffset at) => last = new(damage, at);

    private sealed record CheckResult(string? Damage, DateTimeOffset? At);
}
