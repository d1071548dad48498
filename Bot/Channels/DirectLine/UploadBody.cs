using System.Buffers;
using AgaBot.Channels.Protocol;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AgaBot.Channels.DirectLine;

/// <summary>What came of reading the body of an upload.</summary>
internal abstract record UploadBody
{
    /// <summary>By name it is not known which part is which: Web Chat's says only <c>blob</c>.</summary>
    private const string ActivityType = "application/vnd.microsoft.activity";

    private const int MaxParts = 16;

    private const int MaxBoundary = 100;

    private UploadBody() { }

    /// <param name="File">The first file; null where all of them together are over the limit.</param>
    public sealed record Read(Activity Activity, ReadOnlyMemory<byte>? File) : UploadBody;

    public sealed record Malformed : UploadBody;

    public sealed record NotMultipart : UploadBody;

    /// <param name="most">Bytes of all files together.</param>
    public static async ValueTask<UploadBody> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (BoundaryOf(request) is not { } boundary)
            return new NotMultipart();
        try
        {
            return await ReadPartsAsync(new MultipartReader(boundary, request.Body), most, cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return new Malformed();
        }
    }

    private static async ValueTask<UploadBody> ReadPartsAsync(MultipartReader parts, int most, CancellationToken cancellationToken)
    {
        Activity? activity = null;
        ReadOnlyMemory<byte>? first = null;
        int left = most;
        bool isOver = false;
        for (int count = 0; await parts.ReadNextSectionAsync(cancellationToken) is { } part; count++)
        {
            if (count == MaxParts)
                return new Malformed();
            bool isActivity =
                MediaTypeHeaderValue.TryParse(part.ContentType, out MediaTypeHeaderValue? type)
                && type.MediaType.Equals(ActivityType, StringComparison.OrdinalIgnoreCase);
            // What is left of a part that is too large is passed over with the next one.
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

    /// <summary>Null where it is longer than <paramref name="most"/>.</summary>
    private static async ValueTask<byte[]?> ReadPartAsync(Stream part, int most, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        byte[] piece = new byte[32 * 1024];
        while (await part.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            if (whole.Length + read > most)
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
