using System.Text.Json;
using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>
/// How an invoke <c>adaptiveCard/action</c> is answered, whatever came of it: HTTP 200 with this in the body (universal action model,
/// "Response format").
/// </summary>
/// <param name="Value">A card, a text or an error, as <paramref name="Type"/> says.</param>
internal sealed record InvokeResponse(int StatusCode, string Type, RawJson Value)
{
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>The card that takes the place of the pressed one.</summary>
    public static InvokeResponse Card(RawJson card) => new(StatusCodes.Status200OK, Attachment.AdaptiveCard, card);

    public static InvokeResponse Message(string text) =>
        new(StatusCodes.Status200OK, MessageType, new(JsonSerializer.SerializeToUtf8Bytes(text, ActivityJsonContext.Wire.String)));

    public static InvokeResponse Error(int status, string code, string message) =>
        new(
            status,
            ErrorType,
            new(JsonSerializer.SerializeToUtf8Bytes(new ErrorDetail(code, message), ActivityJsonContext.Wire.ErrorDetail))
        );
}
