using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Transcripts;

/// <summary>
/// Plays what the people of a transcript do, through the whole app, and writes the transcript as it went.
/// <code>
/// # what it shows
/// @hoy 2016-05-11                  the day; a later one says that days have passed
/// @canal sms                       whether the channel shows cards ("tarjetas"; "página" is the bot's own), reads them out ("lector")
///                                  or shows words alone
/// @largo 160                       the longest message that the channel takes
/// @conversación otra               which conversation of theirs, where a person has several
/// @persona Rosa                    who does what follows
/// @grupo Mesa de agua              in which group, in Teams; "no" is alone with the bot. @Name in the words mentions somebody
/// > words typed                    several lines in a row are one message; {4200 letras} is that many
/// > (envía ficha.docx)             sends a file, on the page
/// > (entra)                        comes into the conversation; (instala) and (desinstala) put the bot in and take it out
/// > (pasan 8 días)                 nobody says anything; what follows the bot says of its own accord
/// > (el plan ya no tiene municipios)   the bot is started again with a plan that lacks an organisation type
/// > (otra vez)                     the channel delivers again what was sent last
/// > [button] question=value        presses a button of the last card; [button ↑] one of the card before it
/// &lt; what the bot says               its text, or a card's visible text in reading order
/// {código}                         the code that the bot gave last, which is another each time
/// {número}                         a receipt on the page, which is another each time
/// | 1. an option
/// = what was stored
/// </code>
/// </summary>
/// <param name="likeText">
/// On a channel that shows cards what stands for each where it cannot be shown is written, in place of what is seen.
/// </param>
internal sealed partial class TranscriptPlayer(BotApp app, bool likeText = false)
{
    private const string Page = "página";
    private const string Reader = "lector";

    private readonly Dictionary<(string Person, string? Group, string? Conversation), Talker> talkers = [];
    private readonly Dictionary<string, PageTalker> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CardInHand>> cards = new(StringComparer.Ordinal);
    private readonly HashSet<string> receipts = new(StringComparer.Ordinal);
    private readonly StringBuilder written = new();
    private string person = "Participante 01";
    private string channel = "sms";
    private bool readsOut;
    private string? group;
    private string? conversation;
    private string code = "";

    public static DateOnly DayOf(string transcript) =>
        Setting().Matches(transcript).FirstOrDefault(setting => setting.Groups[1].Value == "hoy") is { } day
            ? DateOnly.Parse(day.Groups[2].Value, CultureInfo.InvariantCulture)
            : new DateOnly(2016, 5, 11);

    /// <summary>The settings of the app that a transcript asks for.</summary>
    public static ImmutableDictionary<string, string> ConfigurationOf(string transcript)
    {
        Dictionary<string, string> settings = Setting()
            .Matches(transcript)
            .DistinctBy(setting => setting.Groups[1].Value)
            .ToDictionary(setting => setting.Groups[1].Value, setting => setting.Groups[2].Value.Trim(), StringComparer.Ordinal);
        return settings.TryGetValue("largo", out string? longest)
            ? ImmutableDictionary<string, string>.Empty.Add($"Channels:MaxTextLength:{settings["canal"]}", longest)
            : ImmutableDictionary<string, string>.Empty;
    }

    public async Task<string> PlayAsync(string transcript)
    {
        var message = new List<string>();
        foreach (string line in transcript.Split('\n').Append(""))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                message.Add(line[2..]);
                written.Append(line).Append('\n');
                continue;
            }
            if (message.Count > 0)
            {
                await DoAsync(message);
                message.Clear();
            }
            Keep(line);
        }
        // What breaks a link is not seen.
        return written.ToString().Replace("\u200b", "", StringComparison.Ordinal).TrimEnd('\n') + "\n";
    }

    /// <summary>Comments and settings stay as they are; what the bot said is written anew.</summary>
    private void Keep(string line)
    {
        if (line.StartsWith('@'))
        {
            foreach (Match setting in Setting().Matches(line))
                Set(setting.Groups[1].Value, setting.Groups[2].Value.Trim());
        }
        if (line.StartsWith('#') || line.StartsWith('@'))
            written.Append(line).Append("\n\n");
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "hoy":
                MoveTo(DateOnly.Parse(value, CultureInfo.InvariantCulture));
                break;
            case "persona":
                person = value;
                break;
            case "canal":
                readsOut = value == Reader;
                channel = value switch
                {
                    Page => Page,
                    "tarjetas" or Reader => "emulator",
                    "teams" => "msteams",
                    _ => likeText ? "emulator" : value,
                };
                break;
            case "conversación":
                conversation = value;
                break;
            case "grupo":
                group = value == "no" ? null : value;
                break;
        }
    }

    private void MoveTo(DateOnly day)
    {
        if (day > LimaCalendar.DayOf(app.Clock.GetUtcNow()))
            app.Clock.Advance(new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(-5)) - app.Clock.GetUtcNow());
    }

    private async Task DoAsync(List<string> lines)
    {
        string words = Letters()
            .Replace(
                string.Join('\n', lines),
                letters => new string('a', int.Parse(letters.Groups[1].Value, CultureInfo.InvariantCulture))
            );
        words = words.Replace("{código}", code, StringComparison.Ordinal);
        ImmutableArray<BotMessage> messages = channel == Page ? await OnPageAsync(words) : await OnChannelAsync(words);
        foreach (BotMessage message in messages)
            Write(message);
        foreach (Match receipt in messages.SelectMany(message => ReceiptNumber().Matches(message.Words)))
        {
            if (receipts.Add(receipt.Value))
                await WriteStoredAsync(receipt.Value);
        }
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        written.Append('\n');
    }

    private async Task<ImmutableArray<BotMessage>> OnChannelAsync(string words)
    {
        if (!talkers.TryGetValue((person, group, conversation), out Talker? talker))
            talkers[(person, group, conversation)] = talker = app.Talker(person.Replace(' ', '-'), channel, group, conversation);
        return Pressed(words) is { } value
            ? await talker.PressAsync(value)
            : words switch
            {
                _ when Passing().Match(words) is { Success: true } passing => await PassAsync(
                    int.Parse(passing.Groups[1].Value, CultureInfo.InvariantCulture)
                ),
                _ when Losing().Match(words) is { Success: true } losing => await LoseTypeAsync(losing.Groups[1].Value),
                "(entra)" => await talker.JoinAsync(),
                "(instala)" => await talker.InstallAsync("add"),
                "(desinstala)" => await talker.InstallAsync("remove"),
                "(otra vez)" => await talker.RepeatAsync(),
                _ => await talker.SayAsync(words),
            };
    }

    private async Task<ImmutableArray<BotMessage>> LoseTypeAsync(string organisationTypeId)
    {
        Plan plan = app.Services.GetRequiredService<Plan>();
        Plan without = plan with { OrganisationTypes = plan.OrganisationTypes.RemoveAll(type => type.Id == organisationTypeId) };
        await app.RestartWithAsync(services => services.AddSingleton(without));
        return [];
    }

    private async Task<ImmutableArray<BotMessage>> OnPageAsync(string words)
    {
        if (!pages.TryGetValue(person, out PageTalker? talker))
            pages[person] = talker = await PageTalker.OpenAsync(app);
        return Pressed(words) is { } value ? await talker.PressAsync(value)
            : FileSent().Match(words) is { Success: true } file
                ? await talker.SendFileAsync(SentFiles.Named(file.Groups[1].Value), file.Groups[1].Value)
            : await talker.SayAsync(words);
    }

    private JsonObject? Pressed(string words) =>
        Button().Match(words) is { Success: true } button
            ? Held(button.Groups[2].Length)
                .PressTitled(button.Groups[1].Value, Filled(button.Groups[3].Value, Held(button.Groups[2].Length)))
            : null;

    /// <summary>What goes on in the background is done when the days have passed, and was done the day before they began.</summary>
    private async Task<ImmutableArray<BotMessage>> PassAsync(int days)
    {
        Housekeeping housekeeping = app.Services.GetRequiredService<Housekeeping>();
        await housekeeping.PassAsync(CancellationToken.None);
        for (int day = 0; day < days; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await housekeeping.PassAsync(CancellationToken.None);
            await app.Services.GetRequiredService<WorkLoop>().PassAsync(CancellationToken.None);
        }
        return app.Services.GetRequiredService<SpokenFirst>().Take();
    }

    private CardInHand Held(int before) => cards[person][^(before + 1)];

    /// <summary>An option is chosen by what it says.</summary>
    private static (string, string)[] Filled(string fields, CardInHand card) =>
        [
            .. fields
                .Split("; ", StringSplitOptions.RemoveEmptyEntries)
                .Select(field => field.Split('=', 2))
                .Select(field => (field[0].Trim(), Value(card, field[0].Trim(), field[1]))),
        ];

    private static string Value(CardInHand card, string question, string said) =>
        card.Inputs[question].TryGetProperty("choices", out var choices)
            ? choices.EnumerateArray().First(choice => choice.GetProperty("title").GetString() == said).GetProperty("value").GetString()!
            : said.Replace("\\n", "\n", StringComparison.Ordinal);

    private void Write(BotMessage message)
    {
        if (LinkCode().Match(message.Words) is { Success: true } given)
            code = given.Value;
        IEnumerable<string> lines = LinkCode().Replace(message.Words, "{código}").Split('\n');
        if (message.Card is { } card)
        {
            if (!cards.TryGetValue(person, out List<CardInHand>? held))
                cards[person] = held = [];
            held.Add(card);
            lines = likeText || readsOut ? lines : CardText.Lines(card.Json).Select(line => LinkCode().Replace(line, "{código}"));
        }
        foreach (string line in lines)
            written.Append(Option().IsMatch(line) ? "| " : "< ").Append(Masked(line.Trim())).Append('\n');
    }

    private async Task WriteStoredAsync(string receipt)
    {
        ParticipantId author = channel == Page ? pages[person].Author!.Value : new ParticipantId($"{channel}:{person.Replace(' ', '-')}");
        ProposalPage page = await app.Services.GetRequiredService<IPlanRecords>().ByAuthorAsync(author, 20, null, CancellationToken.None);
        foreach (Proposal proposal in page.Proposals.Where(proposal => proposal.Receipt.ToString() == receipt))
        {
            written.Append(
                CultureInfo.InvariantCulture,
                $"= {proposal.Kind.ToString().ToLowerInvariant()} {Masked(proposal.Receipt.ToString())} "
                    + $"en {proposal.ComponentId ?? "ningún componente"}\n"
            );
            if (proposal.Mesa is { } mesa)
                written.Append(CultureInfo.InvariantCulture, $"= grupo: Mesa {mesa.Number}, {mesa.People} personas\n");
            foreach ((string question, Answer answer) in proposal.Answers)
                written.Append(
                    CultureInfo.InvariantCulture,
                    $"= {question}: {Stored(answer).Replace("\n", " / ", StringComparison.Ordinal)}\n"
                );
        }
    }

    /// <summary>A conversation on the page has a random id, and so its receipts are random too.</summary>
    private string Masked(string words) => channel == Page ? ReceiptNumber().Replace(words, "{número}") : words;

    private static string Stored(Answer answer) =>
        answer switch
        {
            Answer.Choice choice => choice.OptionId,
            Answer.Text text => text.Value,
            Answer.List list => string.Join(" + ", list.Items),
            Answer.Rows rows => string.Join(" + ", rows.Items.Select(row => string.Join("; ", row.Cells.Select(cell => cell.Words)))),
            Answer.When { Date: { Earliest: { } first, Latest: { } last } } date => string.Create(
                CultureInfo.InvariantCulture,
                $"{date.Date.Words} ({first:O} a {last:O})"
            ),
            Answer.When date => $"{date.Date.Words} ({date.Date.Precision})",
            _ => answer.ToString(),
        };

    [GeneratedRegex(@"@(\w+) ([^@\n]+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\(envía (.+)\)$")]
    private static partial Regex FileSent();

    [GeneratedRegex(@"^\(pasan (\d+) días\)$")]
    private static partial Regex Passing();

    [GeneratedRegex(@"^\(el plan ya no tiene (\S+)\)$")]
    private static partial Regex Losing();

    [GeneratedRegex(@"\{(\d+) letras\}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^\[([^\]↑]+?) ?(↑*)\] ?(.*)$", RegexOptions.Singleline)]
    private static partial Regex Button();

    [GeneratedRegex(@"^(\d+\. |\( \) )")]
    private static partial Regex Option();

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}(-[2-9A-HJ-NP-Z]{5})?\b")]
    private static partial Regex LinkCode();

    [GeneratedRegex(@"\b\d{3}-\d{3}-\d\b")]
    private static partial Regex ReceiptNumber();
}
