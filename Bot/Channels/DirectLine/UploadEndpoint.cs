using AgaBot.Channels.DirectLine.Limits;
using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine;

/// <summary>Takes a message with files: the activity and the files, as the parts of one body.</summary>
internal sealed class UploadEndpoint(
    DirectLineAuthorizer gate,
    PageConversations conversations,
    FileIntake intake,
    IOptions<DirectLineLimits> limits
)
{
    /// <summary>A larger body is read and forgotten up to here, so that the person gets a sentence and not a broken connection.</summary>
    private const int MaxRead = 32 * 1024 * 1024;

    private readonly int most = limits.Value.UploadBytes;

    public async Task ReceiveAsync(HttpContext http, string conversationId)
    {
        if (await gate.AuthorizeAsync(http, conversationId) is not { } pass || await gate.LastPlaceAsync(http, conversationId) is null)
            return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MaxRead;
        switch (await UploadBody.ReadAsync(http.Request, most, http.RequestAborted))
        {
            case UploadBody.Read { Activity: { Type: ActivityTypes.Message } activity } read:
                await AnswerAsync(http, pass, activity, read.File);
                break;
            case UploadBody.Read:
                await HttpBodies.WriteBadAsync(http, "The activity is not a message.");
                break;
            case UploadBody.Malformed:
                await HttpBodies.WriteBadAsync(http, "The body has no activity and no file, or is cut off.");
                break;
            default:
                await HttpBodies.WriteErrorAsync(
                    http,
                    StatusCodes.Status415UnsupportedMediaType,
                    "UnsupportedMediaType",
                    "Content-Type must be multipart/form-data."
                );
                break;
        }
    }

    private async Task AnswerAsync(HttpContext http, DirectLineToken pass, Activity activity, ReadOnlyMemory<byte>? file)
    {
        PostActivityResult posted;
        try
        {
            posted = await conversations.PostAsync(pass, activity, new UserInput.Sent(await KeepAsync(pass, file)));
        }
        catch (StoreUnavailableException)
        {
            posted = new PostActivityResult.Unavailable();
        }
        await ActivityEndpoints.AnswerAsync(http, posted);
    }

    private async ValueTask<SentFile> KeepAsync(DirectLineToken pass, ReadOnlyMemory<byte>? file)
    {
        if (file is not { } content)
            return new SentFile.TooLarge(most);
        return new SentFile.Kept(await intake.KeepAsync(ChannelCapabilities.Page, pass.UserId, content, CancellationToken.None));
    }
}
