using System.Collections.Immutable;
using AgaBot.Channels.Protocol;
using AgaBot.Turns;

namespace AgaBot.Channels.Messages;

/// <summary>Holds a turn's replies for the body of the answer, where the caller asked for them there [A3113].</summary>
internal sealed class ExpectedReplies(ReplyRenderer renderer) : IReplySender
{
    private readonly List<Activity> rendered = [];

    public ValueTask SendAsync(ConversationReference to, ImmutableArray<PendingReply> replies, CancellationToken cancellationToken)
    {
        foreach (PendingReply reply in replies)
            rendered.Add(renderer.Render(to, reply));
        return ValueTask.CompletedTask;
    }

    public Task WriteAsync(HttpResponse response) =>
        response.WriteAsJsonAsync(new ActivityList([.. rendered]), ActivityJsonContext.Wire.ActivityList);
}
