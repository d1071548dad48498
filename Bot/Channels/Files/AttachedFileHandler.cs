using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Requests;

namespace AgaBot.Channels.Files;

/// <summary>Takes what a message brings beside its words.</summary>
internal sealed class AttachedFileHandler(FileFetcher fetcher)
{
    /// <summary>What was said, with the file in it where there is one. Words beside a file are not answered: they are about it.</summary>
    public async ValueTask<UserInput> TakeAsync(TurnRequest request, Activity activity)
    {
        UserInput said = request.Input;
        if (said is not (UserInput.Typed or UserInput.Unreadable) || AttachedFile.Of(activity) is not { } file)
            return said;
        bool handsOver = ChannelCapabilities.For(activity.ChannelId ?? "").LinksFiles;
        return (said, file) switch
        {
            (_, AttachedFile.Linked behind) when handsOver => new UserInput.Sent(await fetcher.FetchAsync(behind.Link, request)),
            (UserInput.Typed, _) => said,
            (_, AttachedFile.Picture) when handsOver => new UserInput.Sent(new SentFile.Picture()),
            _ => new UserInput.Sent(new SentFile.HostNotAllowed()),
        };
    }
}
