using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AgaBot.Storage;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.LaLibertad;
using AgaBot.Tests.Plans.DocumentImport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Channels.Files;

/// <summary>Files that a person sends in a personal chat of Teams. The bot follows the links only to allowed hosts.</summary>
[Trait("Category", "Integration")]
public sealed class TeamsFileTests : IAsyncLifetime
{
    private static readonly byte[] Ficha = new PaperForm(Workshop.Load().Fichas[0]).ToWord();

    private readonly TaskCompletionSource never = new();
    private LocalServer files = null!;
    private LocalServer elsewhere = null!;
    private BotApp bot = null!;
    private int sent;

    public async Task InitializeAsync()
    {
        elsewhere = await LocalServer.StartAsync(http => http.Response.Body.WriteAsync(Ficha).AsTask());
        files = await LocalServer.StartAsync(AnswerAsync);
        bot = BotApp.Start(Settings(("Files:Hosts:0", files.Address), ("Files:Within", "00:00:05"), ("Files:MaxBytes", "200000")));
    }

    public async Task DisposeAsync()
    {
        never.TrySetResult();
        await bot.DisposeAsync();
        await files.DisposeAsync();
        await elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task A_ficha_in_Word_is_asked_for_consent_and_shown_for_review()
    {
        Assert.Contains("¿Acepta que se guarden sus datos", await SendAsync("/ficha", "Ficha ñ.docx"), StringComparison.Ordinal);

        string review = await PostAsync(Message("sí"));

        Assert.Contains("Leí su documento: 8 de 8 respuestas.", review, StringComparison.Ordinal);
        Assert.Contains("Incremento de la inseguridad ciudadana", review, StringComparison.Ordinal);
        Assert.Equal(["/ficha"], files.Asked);
    }

    [Fact]
    public async Task Who_has_their_data_erased_leaves_no_file()
    {
        await bot.RestartAsync(Settings(("Files:Hosts:0", files.Address)));
        await SendAsync("/ficha", "Ficha.docx");
        await PostAsync(Message("sí"));
        Assert.NotEmpty(await FilesAsync());

        await PostAsync(Message("borrar mis datos"));
        Assert.Contains("borré sus datos", await PostAsync(Message("borrar")), StringComparison.Ordinal);

        Assert.Empty(await FilesAsync());
    }

    [Fact]
    public async Task Words_beside_a_file_are_about_it_and_answer_no_question()
    {
        JsonObject message = Message("aquí va mi ficha");
        message["attachments"] = new JsonArray(Html("aquí va mi ficha"), File($"{files.Address}/ficha", "ficha.docx"));

        Assert.Contains("¿Acepta que se guarden sus datos", await PostAsync(message), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pdf", "no puedo leer un PDF")]
    [InlineData("/page", "Ese tipo de archivo no lo puedo leer")]
    [InlineData("/nothing", "Ese archivo está vacío")]
    [InlineData("/expired", "No pude descargar ese archivo")]
    [InlineData("/broken", "No pude descargar ese archivo")]
    [InlineData("/leads-on", "No pude descargar ese archivo")]
    [InlineData("/never-ends", "No pude descargar ese archivo")]
    [InlineData("/never-begins", "No pude descargar ese archivo")]
    [InlineData("/large", "Ese archivo es muy grande")]
    [InlineData("/larger-than-it-says", "Ese archivo es muy grande")]
    [InlineData("/packed", "Ese tipo de archivo no lo puedo leer")]
    public async Task What_cannot_be_had_or_read_is_answered_in_time_with_what_to_do(string path, string sentence)
    {
        var watch = Stopwatch.StartNew();

        string answer = await SendAsync(path, "ficha.docx");

        Assert.Contains(sentence, answer, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        Assert.Equal([path], files.Asked);
        Assert.Empty(elsewhere.Asked);
    }

    [Theory]
    [InlineData("{elsewhere}/ficha")]
    [InlineData("http://localhost:{port}/ficha")]
    [InlineData("http://bot@127.0.0.1:{port}/ficha")]
    [InlineData("https://127.0.0.1:{port}/ficha")]
    [InlineData("https://contoso.sharepoint.com/ficha")]
    [InlineData("http://169.254.169.254/metadata/identity/oauth2/token")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1:{port}/ficha")]
    [InlineData("/ficha")]
    [InlineData("\ud800")]
    public async Task A_link_to_where_the_settings_do_not_lead_is_not_followed(string link)
    {
        string given = link.Replace("{elsewhere}", elsewhere.Address, StringComparison.Ordinal)
            .Replace(
                "{port}",
                new Uri(files.Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
        JsonObject message = Message();
        message["attachments"] = new JsonArray(File("LINK", "ficha.docx"));
        // A lone surrogate can only be written as an escape sequence.
        string body = message.ToJsonString().Replace("LINK", given == "\ud800" ? @"\ud800" : given, StringComparison.Ordinal);

        Assert.Contains("Desde este canal no puedo abrir archivos", await PostAsync(body), StringComparison.Ordinal);
        Assert.Empty(files.Asked);
        Assert.Empty(elsewhere.Asked);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"https://x\"")]
    [InlineData("{}")]
    [InlineData("{\"downloadUrl\":7}")]
    [InlineData("{\"downloadUrl\":{\"a\":[]}}")]
    public async Task An_attachment_of_another_shape_is_no_link(string content)
    {
        JsonObject message = Message();
        message["attachments"] = new JsonArray(null, new JsonObject { ["contentType"] = TeamsFile, ["content"] = JsonNode.Parse(content) });

        Assert.Contains("Desde este canal no puedo abrir archivos", await PostAsync(message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_within_the_message_is_told_apart_and_not_fetched()
    {
        JsonObject message = Message();
        message["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = $"{files.Address}/ficha" },
            Html("<img>")
        );

        Assert.Contains("No puedo leer fotos", await PostAsync(message), StringComparison.Ordinal);
        Assert.Empty(files.Asked);
    }

    [Fact]
    public async Task A_picture_beside_an_answer_leaves_the_answer_an_answer()
    {
        await PostAsync(Message("presentarme"));
        JsonObject message = Message("sí");
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = $"{files.Address}/ficha" });

        Assert.Contains("nombre", await PostAsync(message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_channel_that_writes_as_Teams_does_is_not_followed()
    {
        JsonObject message = Message();
        message["channelId"] = "telegram";
        message["attachments"] = new JsonArray(File($"{files.Address}/ficha", "ficha.docx"));

        Assert.Contains("Desde este canal no puedo abrir archivos", await PostAsync(message), StringComparison.Ordinal);
        Assert.Empty(files.Asked);
    }

    private const string TeamsFile = "application/vnd.microsoft.teams.file.download.info";

    private static JsonObject File(string link, string name) =>
        new()
        {
            ["contentType"] = TeamsFile,
            ["contentUrl"] = "https://contoso-my.sharepoint.com/personal/rosa/ficha.docx",
            ["name"] = name,
            ["content"] = new JsonObject
            {
                ["downloadUrl"] = link,
                ["uniqueId"] = "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
                ["fileType"] = "docx",
            },
        };

    private static JsonObject Html(string html) => new() { ["contentType"] = "text/html", ["content"] = $"<div>{html}</div>" };

    private async Task AnswerAsync(HttpContext http)
    {
        switch (http.Request.Path.Value)
        {
            case "/ficha":
                await http.Response.Body.WriteAsync(Ficha);
                break;
            case "/pdf":
                await http.Response.WriteAsync("%PDF-1.7 una ficha");
                break;
            case "/page":
                http.Response.ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
                await http.Response.WriteAsync("<html>Inicie sesión</html>");
                break;
            case "/packed":
                http.Response.Headers.ContentEncoding = "gzip";
                await http.Response.Body.WriteAsync(new byte[] { 0x1f, 0x8b, 8, 0, 0, 0 });
                break;
            case "/expired":
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                break;
            case "/broken":
                http.Response.ContentLength = Ficha.Length;
                await http.Response.Body.WriteAsync(Ficha.AsMemory(0, 100));
                http.Abort();
                break;
            case "/leads-on":
                http.Response.Redirect($"{elsewhere.Address}/ficha");
                break;
            case "/never-ends":
                await http.Response.Body.WriteAsync(Ficha.AsMemory(0, 100));
                await http.Response.Body.FlushAsync();
                await never.Task;
                break;
            case "/never-begins":
                await never.Task;
                break;
            case "/large":
                http.Response.ContentLength = 200_001;
                await http.Response.Body.WriteAsync(new byte[200_001]);
                break;
            case "/larger-than-it-says":
                for (int piece = 0; piece < 10 && !http.RequestAborted.IsCancellationRequested; piece++)
                    await http.Response.Body.WriteAsync(new byte[100_000]);
                break;
        }
    }

    private Task<string> SendAsync(string path, string name)
    {
        JsonObject message = Message();
        message["attachments"] = new JsonArray(File($"{files.Address}{path}", name));
        return PostAsync(message);
    }

    /// <summary>The stored rows with files.</summary>
    private async Task<List<string>> FilesAsync()
    {
        List<string> rows = [];
        await foreach (ScannedEntity row in bot.Services.GetRequiredService<IEntityScan>().ScanAsync("upload", CancellationToken.None))
            rows.Add($"{row.Partition} {row.Row}");
        return rows;
    }

    private JsonObject Message(string text = "")
    {
        JsonObject message = Wire.Message(text);
        message["channelId"] = "msteams";
        message["id"] = $"dicho-{++sent}";
        message["locale"] = "es-PE";
        message["conversation"] = new JsonObject { ["id"] = "c-rosa", ["conversationType"] = "personal" };
        return message;
    }

    private Task<string> PostAsync(JsonObject message) => PostAsync(message.ToJsonString());

    /// <summary>The texts of all replies, including those of cards.</summary>
    private async Task<string> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        string said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, said);
        return string.Join(
            '\n',
            JsonNode.Parse(said)!["activities"]!
                .AsArray()
                .Select(activity => BotMessage.Of(System.Text.Json.JsonElement.Parse(activity!.ToJsonString())).Words)
        );
    }

    private static BotAppSettings Settings(params (string Name, string Value)[] settings) =>
        new() { Configuration = settings.ToImmutableDictionary(setting => setting.Name, setting => setting.Value) };
}
