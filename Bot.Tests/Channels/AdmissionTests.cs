using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AgaBot.Channels.Admission;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Channels;

/// <summary>Nobody uses up what others need: by address, by conversation, over all, and in bytes.</summary>
[Trait("Category", "Integration")]
public sealed class AdmissionTests
{
    private static readonly Uri Generate = new("/directline/tokens/generate", UriKind.Relative);

    [Fact]
    public async Task Every_endpoint_says_what_it_costs()
    {
        await using BotApp bot = BotApp.Start();

        foreach (Endpoint endpoint in bot.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            Assert.True(endpoint.Metadata.GetMetadata<RequestCostMetadata>() is not null, $"{endpoint.DisplayName} costs nothing");
    }

    [Fact]
    public async Task Whoever_knows_the_id_of_a_conversation_does_not_use_up_its_limits()
    {
        await using BotApp bot = Start(("RequestsPerConversation:Burst", "5"));
        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        PageVisitor eva = await PageVisitor.OpenAsync(bot);
        for (int i = 0; i < 20; i++)
        {
            using HttpResponseMessage refused = await ana.GetAsync($"conversations/{ana.ConversationId}/activities", eva.Token);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }

        await ana.SayAsync("hola");
    }

    [Fact]
    public async Task Over_all_so_many_come_from_however_many_addresses()
    {
        await using BotApp bot = Start(("TokensOverAll:Burst", "3"));
        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => GenerateAsync(bot, $"203.0.113.{i}")));

        Assert.Equal(3, answers.Count(answer => answer == HttpStatusCode.OK));
        Assert.Equal(7, answers.Count(answer => answer == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Own_fichas_and_own_data_are_limited_too()
    {
        await using BotApp bot = Start(("DownloadsPerConversation:Burst", "2"));
        PageVisitor ana = await PageVisitor.OpenAsync(bot);

        HttpStatusCode[] answers = [await OwnAsync(bot, ana), await OwnAsync(bot, ana), await OwnAsync(bot, ana)];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [Theory]
    [InlineData("ConversationBytesPerHour", false)]
    [InlineData("AddressBytesPerHour", true)]
    [InlineData("BytesPerHour", true)]
    public async Task Whoever_fills_the_disk_is_stopped_until_the_next_hour(string quota, bool othersToo)
    {
        await using BotApp bot = Start((quota, "4000"));
        PageVisitor eva = await PageVisitor.OpenAsync(bot);
        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        string long3000 = new('a', 3000);
        await eva.SayAsync(long3000);

        using HttpResponseMessage refused = await eva.PostActivityAsync($$"""{"type":"message","text":"{{long3000}}"}""");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using HttpResponseMessage file = await eva.SendFileAsync([1, 2, 3], "ficha.docx");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using HttpResponseMessage other = await ana.PostActivityAsync($$"""{"type":"message","text":"{{long3000}}"}""");
        Assert.Equal(othersToo ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, other.StatusCode);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await eva.RefreshAsync();
        await eva.SayAsync(long3000);
    }

    [Fact]
    public async Task What_a_request_only_states_of_its_length_uses_up_nothing()
    {
        await using BotApp bot = Start(("AddressBytesPerHour", "100000"), ("SlowUpload", "00:00:02"));
        PageVisitor eva = await PageVisitor.OpenAsync(bot);
        Socket[] halves = [.. Enumerable.Range(0, 3).Select(_ => HalfUpload(bot, eva, long.MaxValue / 2))];

        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        await ana.SayAsync("hola");
        using HttpResponseMessage refused = await ana.PostActivityAsync($$"""{"type":"message","text":"{{new string('a', 100_000)}}"}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        foreach (Socket half in halves)
            half.Dispose();
    }

    [Theory]
    [InlineData(StorageRoom.NoFiles, HttpStatusCode.OK)]
    [InlineData(StorageRoom.NoConversations, HttpStatusCode.InsufficientStorage)]
    public async Task On_a_disk_that_is_nearly_full_files_and_then_new_conversations_are_refused_and_answers_go_on(
        StorageRoom left,
        HttpStatusCode newcomers
    )
    {
        var room = new Room();
        await using BotApp bot = BotApp.Start(new() { Services = services => services.AddSingleton<IStorageRoom>(room) });
        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        room.Left = left;

        using HttpResponseMessage sent = await ana.SendFileAsync([1, 2, 3], "ficha.docx");
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains("no puedo recibir archivos", (await ana.HistoryAsync())[^1].GetRawText(), StringComparison.Ordinal);
        await ana.SayAsync("ayuda");
        Assert.Contains("proponer", (await ana.HistoryAsync())[^1].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(newcomers, await GenerateAsync(bot, "203.0.113.7"));
        string ready = await bot.Http.GetStringAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Contains("disk is nearly full", ready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_that_stop_in_the_middle_are_given_up_and_others_wait_for_their_place()
    {
        await using BotApp bot = Start(("UploadsPerAddress", "2"), ("SlowUpload", "00:00:02"));
        PageVisitor eva = await PageVisitor.OpenAsync(bot);
        Socket[] halves = [.. Enumerable.Range(0, 6).Select(_ => HalfUpload(bot, eva))];

        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        using HttpResponseMessage sent = await ana.SendFileAsync([1, 2, 3], "ficha.docx");

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        foreach (Socket half in halves)
            half.Dispose();
    }

    [Fact]
    public async Task While_a_workshop_is_open_its_room_may_do_more()
    {
        await using BotApp bot = Start(
            ("TokensPerAddress:Burst", "4"),
            ("TokensPerAddress:PerSecond", "1"),
            ("FewestInRoom", "2"),
            ("WorkshopFactor", "5")
        );
        WorkshopRoom room = bot.Services.GetRequiredService<WorkshopRoom>();
        Talker coordinator = bot.Talker("coordinadora");
        await coordinator.SayAsync($"coordinador {BotApp.AccessCode}");
        Assert.Contains("solo lo puede hacer", await bot.Talker("eva").AskAsync("abrir taller"), StringComparison.Ordinal);
        using HttpClient hall = From(bot, "203.0.113.7"),
            home = From(bot, "203.0.113.8");
        await (await PageVisitor.OpenAsync(hall)).SayAsync("hola");
        await (await PageVisitor.OpenAsync(hall)).SayAsync("hola");
        await (await PageVisitor.OpenAsync(home)).SayAsync("hola");
        Assert.InRange(await TokensOfAsync("203.0.113.7"), 2, 15);

        Assert.Contains("está abierto", await coordinator.AskAsync("abrir taller"), StringComparison.Ordinal);
        await UntilAsync(() => room.Has("203.0.113.7"));
        Assert.False(room.Has("203.0.113.8"), "One person is no hall.");
        Assert.Equal(20, await TokensOfAsync("203.0.113.7"));

        Assert.Contains("está cerrado", await coordinator.AskAsync("cerrar taller"), StringComparison.Ordinal);
        await UntilAsync(() => !room.Has("203.0.113.7"));

        async Task<int> TokensOfAsync(string address)
        {
            int came = 0;
            for (int i = 0; i < 20; i++)
                came += await GenerateAsync(bot, address) == HttpStatusCode.OK ? 1 : 0;
            return came;
        }

        async Task UntilAsync(Func<bool> holds)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!holds())
            {
                bot.Clock.Advance(TimeSpan.FromSeconds(20));
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private static HttpClient From(BotApp bot, string address)
    {
        var http = new HttpClient { BaseAddress = bot.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return http;
    }

    private static BotApp Start(params (string Name, string Value)[] limits) =>
        BotApp.Start(
            new() { Configuration = limits.ToImmutableDictionary(limit => $"{AdmissionLimits.Section}:{limit.Name}", limit => limit.Value) }
        );

    private static async Task<HttpStatusCode> GenerateAsync(BotApp bot, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Generate);
        request.Headers.Add("X-Forwarded-For", address);
        using HttpResponseMessage answer = await bot.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> OwnAsync(BotApp bot, PageVisitor visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/mis-fichas/datos", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", visitor.Token);
        using HttpResponseMessage answer = await bot.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static Socket HalfUpload(BotApp bot, PageVisitor visitor, long length = 4000)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPAddress.Loopback, bot.Address.Port);
        string head =
            $"POST /directline/conversations/{visitor.ConversationId}/upload?userId=u HTTP/1.1\r\nHost: localhost\r\n"
            + $"Authorization: Bearer {visitor.Token}\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n\r\n--b\r\n");
        socket.Send(Encoding.ASCII.GetBytes(head));
        return socket;
    }

    private sealed class Room : IStorageRoom
    {
        public StorageRoom Left { get; set; }
    }
}
