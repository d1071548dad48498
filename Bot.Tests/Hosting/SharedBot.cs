namespace AgaBot.Tests.Hosting;

/// <summary>
/// One app for all tests of a class (<c>IClassFixture&lt;SharedBot&gt;</c>), with default settings. Its tests give their people names
/// that no other test of the class uses, and do not count what everybody wrote.
/// </summary>
public sealed class SharedBot : IAsyncLifetime
{
    public BotApp App { get; } = BotApp.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await App.DisposeAsync();
}
