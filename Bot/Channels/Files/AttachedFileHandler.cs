using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Requests;

namespace AgaBot.Channels.Files;

/// <summary>Handles the files that are attached to a message.</summary>
internal sealed class AttachedFileHandler(FileFetcher fetcher)
{
    /// <summary>
    /// The input of the request, or the attached file if there is one. Text beside a file is ignored, because it is about the file.
    /// </summary>
    public async ValueTask<UserInput> TakeAsync(TurnRequest request, Activity activity)
    {
        UserInput input = request.Input;
        if (input is not (UserInput.Typed or UserInput.Unreadable) || AttachedFile.Of(activity) is not { } file)
            return input;
        bool linksFiles = ChannelCapabilities.For(activity.ChannelId ?? "").LinksFiles;
        return (input, file) switch
        {
            (_, AttachedFile.Linked linked) when linksFiles => new UserInput.Sent(await fetcher.FetchAsync(linked.Link, request)),
            (UserInput.Typed, _) => input,
            (_, AttachedFile.Picture) when linksFiles => new UserInput.Sent(new SentFile.Picture()),
            _ => new UserInput.Sent(new SentFile.HostNotAllowed()),
        };
    }
}
