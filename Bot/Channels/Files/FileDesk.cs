using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns;

namespace AgaBot.Channels.Files;

/// <summary>Takes what a message brings beside its words.</summary>
internal sealed class FileDesk(FileFetcher fetcher)
{
    /// <summary>What was said, with the file in it where there is one. Words beside a file are not answered: they are about it.</summary>
    public async ValueTask<Said> TakeAsync(TurnRequest request, Activity activity)
    {
        Said said = request.Said;
        if (said is not (Said.Typed or Said.Unreadable) || LinkedFile.Of(activity) is not { } file)
            return said;
        bool handsOver = ChannelCapabilities.For(activity.ChannelId ?? "").HandsFilesOver;
        return (said, file) switch
        {
            (_, LinkedFile.Behind behind) when handsOver => new Said.Sent(await fetcher.FetchAsync(behind.Link, request)),
            (Said.Typed, _) => said,
            (_, LinkedFile.Picture) when handsOver => new Said.Sent(new SentFile.Picture()),
            _ => new Said.Sent(new SentFile.Elsewhere()),
        };
    }
}
