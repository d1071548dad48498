using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Bench.Faults;

/// <summary>
/// Somebody who goes through their script, each deed after the 2xx of the one before, while their channel delivers older ones again.
/// </summary>
internal sealed class Townsperson
{
    /// <summary>Number of recent activities that may be delivered again: a channel redelivers within minutes.</summary>
    private const int Remembered = 20;

    private static readonly TimeSpan CardPatience = TimeSpan.FromSeconds(2);

    private readonly Wire wire;
    private readonly Inbox inbox;
    private readonly Random random;
    private readonly bool usesCards;
    private readonly Queue<byte[]> delivered = new();
    private readonly List<Task> beside = [];
    private readonly List<string> activities = [];

    public Townsperson(int number, int seed, Wire wire, Inbox inbox)
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"Persona {number}");
        this.wire = wire;
        this.inbox = inbox;
        random = new Random((seed * 1000) + number);
        usesCards = number % 2 == 0;
    }

    public string Id { get; }

    public string ConversationId => Wire.ConversationOf(Id);

    public Promises Promises { get; } = new();

    public int PressedCards { get; private set; }

    /// <summary>Ids of the activities that the bot answered with 2xx.</summary>
    public IReadOnlyList<string> Acknowledged => activities;

    /// <summary>
    /// Ends after the deed during which <paramref name="enough"/> is called; what is delivered beside has ended by then too.
    /// </summary>
    public async Task LiveAsync(CancellationToken enough, CancellationToken cancellationToken)
    {
        // A separate generator, so that repeated deliveries do not change what the person says.
        var script = new Script(Id, new Random(random.Next()), Promises);
        foreach (Deed deed in script.Endless())
        {
            if (enough.IsCancellationRequested)
                break;
            await DoAsync(deed, cancellationToken);
        }
        await Task.WhenAll(beside);
    }

    private async Task DoAsync(Deed deed, CancellationToken cancellationToken)
    {
        JsonObject? pressed = usesCards ? await PressAsync(deed, cancellationToken) : null;
        if (pressed is null && deed.Words is null)
        {
            foreach (Deed typed in deed.Otherwise)
                await DoAsync(typed, cancellationToken);
            return;
        }
        string id = string.Create(CultureInfo.InvariantCulture, $"m{activities.Count + 1}");
        byte[] activity = wire.Activity(Id, id, pressed is null ? deed.Words : null, pressed);

        DeliverBeside(activity, id, pressed, cancellationToken);
        await wire.DeliverAsync(activity, random, cancellationToken);
        deed.Kept();
        Promises.Acknowledged++;
        PressedCards += pressed is null ? 0 : 1;
        activities.Add(id);
        delivered.Enqueue(activity);
        if (delivered.Count > Remembered)
            delivered.Dequeue();
    }

    /// <summary>
    /// What channels and fingers do: the activity twice at once, an older one once more, a button tapped twice, once without an id.
    /// </summary>
    private void DeliverBeside(byte[] activity, string id, JsonObject? pressed, CancellationToken cancellationToken)
    {
        switch (random.Next(10))
        {
            case 0:
                Beside(activity);
                break;
            case 1 when delivered.Count > 0:
                Beside(delivered.ElementAt(random.Next(delivered.Count)));
                break;
            case 2 when pressed is not null:
                Beside(wire.Activity(Id, $"{id}-again", null, pressed));
                break;
            case 3 when pressed is not null:
                Beside(wire.Activity(Id, null, null, pressed));
                break;
        }

        void Beside(byte[] again) => beside.Add(wire.TryDeliverAsync(again, cancellationToken));
    }

    /// <summary>
    /// The button of the card that the last deed was answered with. Null where the deed is to be typed: there is no such button, or no card
    /// came.
    /// </summary>
    private async Task<JsonObject?> PressAsync(Deed deed, CancellationToken cancellationToken)
    {
        if (deed.Action is null || activities is not [.., string last])
            return null;
        JsonElement? card = await inbox.CardAsync(ConversationId, last, CardPatience, cancellationToken);
        return card is { } shown ? ShownCard.Press(shown, deed) : null;
    }
}
