namespace AgaBot.Storage.Tables;

/// <summary>What has to be there in Azure before it is used: made at the first call, for all who wait, and tried again by the next call where it failed.</summary>
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

    /// <summary>Somebody has deleted it: the next call makes it again.</summary>
    public void Forget()
    {
        lock (making)
            made = null;
    }
}
