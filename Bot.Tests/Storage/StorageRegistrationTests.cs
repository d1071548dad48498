using AgaBot.Storage;
using AgaBot.Storage.Queues;
using AgaBot.Storage.Setup;
using AgaBot.Storage.Sqlite;
using AgaBot.Storage.Tables;
using AgaBot.Turns.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Storage;

public sealed class StorageRegistrationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_configured_is_SQLite_beside_the_content_root()
    {
        using IHost app = App();

        await app.Services.GetRequiredService<IEntityStore>().CheckAsync(CancellationToken.None);

        Assert.IsType<SqliteStore>(app.Services.GetRequiredService<IEntityStore>());
        Assert.IsType<SqliteQueue>(app.Services.GetRequiredService<IWorkQueue>());
        Assert.True(File.Exists(folder.File("data/agabot.db")));
    }

    [Theory]
    [InlineData(
        "Storage:Tables:ConnectionString",
        "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=eA==;TableEndpoint=https://x.example;QueueEndpoint=https://y.example"
    )]
    [InlineData("Storage:Tables:ServiceUri", "https://x.table.core.windows.net")]
    public void Naming_tables_chooses_them(string setting, string value)
    {
        using IHost app = App((setting, value));

        Assert.IsType<AzureTableStore>(app.Services.GetRequiredService<IEntityStore>());
    }

    [Theory]
    [InlineData("Storage:Sqlite:Path", " ")]
    [InlineData("Storage:Sqlite:BusyTimeout", "01:00:00")]
    [InlineData("Storage:Sqlite:Synchronous", "7")]
    [InlineData("Storage:Tables:Name", "aga_bot")]
    [InlineData("Storage:Tables:ServiceUri", "http://x.table.core.windows.net")]
    [InlineData("Storage:Tables:ServiceUri", "x")]
    [InlineData("Storage:Queues:Name", "Aga--Bot")]
    [InlineData("Storage:Queues:ServiceUri", "http://x.queue.core.windows.net")]
    public async Task A_setting_that_cannot_work_stops_the_start_and_is_named(string setting, string value)
    {
        using IHost app = App((setting, value));

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage:Tables:ServiceUri", "https://x.table.cosmos.azure.com")]
    [InlineData("Storage:Tables:ConnectionString", "AccountName=x;AccountKey=eA==;TableEndpoint=https://x.table.cosmos.azure.com:443/")]
    public async Task A_table_where_no_queues_are_stops_the_start_until_they_are_named(string setting, string value)
    {
        using IHost silent = App((setting, value));
        using IHost named = App((setting, value), ("Storage:Queues:ServiceUri", "https://y.queue.core.windows.net"));

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => silent.StartAsync());

        Assert.Contains("Storage:Queues:ServiceUri", refused.Message, StringComparison.Ordinal);
        Assert.IsType<AzureQueue>(named.Services.GetRequiredService<IWorkQueue>());
    }

    [Fact]
    public void The_queues_are_in_the_account_of_the_table()
    {
        var place = QueuePlace.Of(new TablesOptions { ServiceUri = new("https://x.table.core.windows.net/") }, new QueuesOptions());

        Assert.Equal(new QueuePlace(null, new("https://x.queue.core.windows.net/"), "agabot"), place);
    }

    private IHost App(params (string Setting, string Value)[] settings)
    {
        string content = Directory.CreateDirectory(folder.File("content")).FullName;
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = content }
        );
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Setting, setting => (string?)setting.Value));
        builder.Services.AddEntityStore(builder.Configuration);
        return builder.Build();
    }
}
