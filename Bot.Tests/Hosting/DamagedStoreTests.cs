using System.Net;
using AgaBot.Storage;
using AgaBot.Storage.Setup;
using AgaBot.Storage.Sqlite;
using AgaBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hosting;

/// <summary>Garbage within the store's file is found after a start, and <c>/readyz</c> says so.</summary>
[Trait("Category", "Integration")]
public sealed class DamagedStoreTests
{
    [Fact]
    public async Task The_file_is_checked_again_after_a_week()
    {
        await using BotApp bot = BotApp.Start();
        var store = (SqliteStore)bot.Services.GetRequiredService<IEntityStore>();
        StoreCare care = bot.Services.GetRequiredService<StoreCare>();
        StoreHealth health = bot.Services.GetRequiredService<StoreHealth>();
        await care.PassAsync(store.Upkeep, afterErasure: false, CancellationToken.None);
        Assert.Contains("sound on 2016-05-11", health.Remark, StringComparison.Ordinal);

        bot.Clock.Advance(TimeSpan.FromDays(6));
        await care.PassAsync(store.Upkeep, afterErasure: false, CancellationToken.None);
        Assert.Contains("sound on 2016-05-11", health.Remark, StringComparison.Ordinal);

        bot.Clock.Advance(TimeSpan.FromDays(1));
        await care.PassAsync(store.Upkeep, afterErasure: false, CancellationToken.None);
        Assert.Contains("sound on 2016-05-18", health.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_garbage_is_found_at_the_start_and_makes_the_bot_not_ready()
    {
        await using BotApp bot = BotApp.Start();
        var store = (SqliteStore)bot.Services.GetRequiredService<IEntityStore>();
        for (int row = 0; row < 2000; row++)
            await store.WriteAsync("filler", [new EntityWrite.Insert($"{row:D9}", new byte[500])], CancellationToken.None);
        store.Upkeep.TruncateLog();

        await bot.RestartAsync(whileGone: () => SqliteUpkeepTests.DamageAsync(bot.SqlitePath));
        StoreHealth health = bot.Services.GetRequiredService<StoreHealth>();
        for (int wait = 0; !health.IsDamaged && wait < 1000; wait++)
            await Task.Delay(10);

        using HttpResponseMessage answer = await bot.Http.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("not ready\nthe store's file is damaged: see the log, event 1101\n", await answer.Content.ReadAsStringAsync());
    }
}
