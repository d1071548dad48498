using System.Buffers;
using AgaBot.Channels.Http;
using AgaBot.Channels.Protocol;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AgaBot.Channels.DirectLine.Activities;

/// <summary>The result of reading the body of an upload.</summary>
internal abstract record UploadBody
{
    /// <summary>
    /// The content type of the part with the activity. The name of a part does not identify it: Web Chat's is <c>blob</c>.
    /// </summary>
    private const string ActivityType = "application/vnd.microsoft.activity";

    private const int MaxParts = 16;

    private const int MaxBoundary = 100;

    private UploadBody() { }

    /// <param name="File">The first file; null if all files together exceed the limit.</param>
    public sealed record Read(Activity Activity, ReadOnlyMemory<byte>? File) : UploadBody;

    public sealed record Malformed : UploadBody;

    public sealed record NotMultipart : UploadBody;

    /// <param name="maxBytes">Maximum size of all files together.</param>
    public static async ValueTask<UploadBody> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (BoundaryOf(request) is not { } boundary)
            return new NotMultipart();
        try
        {
            return await ReadPartsAsync(new MultipartReader(boundary, request.Body), maxBytes, cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException && !IsTooLarge(fault))
        {
            return new Malformed();
        }
        // The sender is gone, or too slow.
        catch (OperationCanceledException)
        {
            return new Malformed();
        }
    }

    private static bool IsTooLarge(Exception fault) =>
        fault is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };

    private static async ValueTask<UploadBody> ReadPartsAsync(MultipartReader parts, int maxBytes, CancellationToken cancellationToken)
    {
        Activity? activity = null;
        ReadOnlyMemory<byte>? first = null;
        int left = maxBytes;
        bool isOver = false;
        for (int count = 0; await parts.ReadNextSectionAsync(cancellationToken) is { } part; count++)
        {
            if (count == MaxParts)
                return new Malformed();
            bool isActivity =
                MediaTypeHeaderValue.TryParse(part.ContentType, out MediaTypeHeaderValue? type)
                && type.MediaType.Equals(ActivityType, StringComparison.OrdinalIgnoreCase);
            // Reading the next section skips the rest of a part that is too large.
            byte[]? content = await ReadPartAsync(part.Body, isActivity ? HttpBodies.MaxBytes : left, cancellationToken);
            if (isActivity && content is null)
                return new Malformed();
            if (isActivity)
                activity = ActivityJsonContext.Read(new ReadOnlySequence<byte>(content!));
            else if (content is null)
                isOver = true;
            else
            {
                first ??= content;
                left -= content.Length;
            }
        }
        return activity is not null && (isOver || first is not null) ? new Read(activity, isOver ? null : first) : new Malformed();
    }

    /// <summary>Null if the part is longer than <paramref name="maxBytes"/>.</summary>
    private static async ValueTask<byte[]?> ReadPartAsync(Stream part, int maxBytes, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        byte[] piece = new byte[32 * 1024];
        while (await part.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            if (whole.Length + read > maxBytes)
                return null;
            whole.Write(piece, 0, read);
        }
        return whole.ToArray();
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= MaxBoundary } boundary
            ? boundary.ToString()
            : null;
}
