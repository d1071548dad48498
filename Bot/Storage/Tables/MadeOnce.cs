namespace AgaBot.Storage.Tables;

/// <summary>
/// A resource in Azure that has to exist before it is used. The first call creates it for all waiting calls; after a failure the next call
/// tries again.
/// </summary>
internal sealed class MadeOnce(Func<Task> make)
{
    private readonly Lock making = new();
    private Task? made;

    public Task IsThere()
    {
        lock (making)
        {
            if (made is null or { IsCompleted: true, IsCompletedSuccessfully: false })
                made = make();
            return made;
        }
    }

    /// <summary>The resource was deleted: the next call creates it again.</summary>
    public void Forget()
    {
        lock (making)
            made = null;
    }
}
