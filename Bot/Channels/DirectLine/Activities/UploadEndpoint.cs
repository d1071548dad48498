using AgaBot.Channels.Admission;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.DirectLine.Authorization;
using AgaBot.Channels.DirectLine.Conversations;
using AgaBot.Channels.Http;
using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine.Activities;

/// <summary>Receives a message with files: a multipart body with the activity and the files.</summary>
internal sealed class UploadEndpoint(
    DirectLineAuthorizer authorizer,
    PageConversations conversations,
    FileIntake intake,
    ByteQuotas quotas,
    IStorageRoom room,
    IOptions<AdmissionLimits> limits
)
{
    /// <summary>
    /// A larger body is read and discarded up to this size, so that the person gets an error message and not a broken connection.
    /// </summary>
    private const int MaxDrainedBytes = 32 * 1024 * 1024;

    /// <summary>A sender who stops keeps the place of an upload for ten seconds.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 1_000, gracePeriod: TimeSpan.FromSeconds(10));

    private readonly int maxBytes = limits.Value.UploadBytes;

    public async Task ReceiveAsync(HttpContext http, string conversationId)
    {
        if (
            await authorizer.AuthorizeAsync(http, conversationId) is not { } token
            || await authorizer.LastPlaceAsync(http, conversationId) is null
        )
            return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MaxDrainedBytes;
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = Slowest;
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        inTime.CancelAfter(limits.Value.SlowUpload);
        switch (await UploadBody.ReadAsync(http.Request, maxBytes, inTime.Token))
        {
            case UploadBody.Read { Activity: { Type: ActivityTypes.Message } activity } read:
                if (await quotas.AdmitAsync(http, QuotaKind.Files, conversationId, read.File?.Length ?? 0))
                    await AnswerAsync(http, token, activity, read.File);
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

    private async Task AnswerAsync(HttpContext http, DirectLineToken token, Activity activity, ReadOnlyMemory<byte>? file)
    {
        PostActivityResult posted;
        try
        {
            posted = await conversations.PostAsync(
                token,
                activity,
                new UserInput.Sent(await KeepAsync(token, file)),
                senderGone: http.RequestAborted
            );
        }
        catch (StoreUnavailableException)
        {
            posted = new PostActivityResult.Unavailable();
        }
        await posted.WriteAsync(http);
    }

    private async ValueTask<SentFile> KeepAsync(DirectLineToken token, ReadOnlyMemory<byte>? file)
    {
        if (file is not { } content)
            return new SentFile.TooLarge(maxBytes);
        if (room.Left != StorageRoom.Enough)
            return new SentFile.NoRoom();
        return new SentFile.Kept(await intake.KeepAsync(ChannelCapabilities.Page, token.UserId, content, CancellationToken.None));
    }
}
