using AgaBot.Turns.Persistence;
using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace AgaBot.Storage.Tables;

/// <summary>The meaning of an answer of the service for the caller.</summary>
internal static class TableFaults
{
    /// <summary>
    /// The row is in another state than the operation asks for: 409 it is there, 412 it has changed, 404 it is gone.
    /// A table that is not there is no such answer.
    /// </summary>
    public static bool IsConflict(RequestFailedException exception) =>
        exception.Status is 404 or 409 or 412
        && !IsTableMissing(exception.ErrorCode)
        && exception.ErrorCode != TableErrorCode.TableBeingDeleted;

    public static bool IsTableMissing(string? errorCode) => errorCode == TableErrorCode.TableNotFound;

    /// <exception cref="RequestFailedException">
    /// The client takes this 404 for an answer about the row, but the answer is about the table.
    /// </exception>
    public static void ThrowIfTableMissing(Response answer)
    {
        if (answer.Status == 404 && answer.Headers.TryGetValue("x-ms-error-code", out string? code) && IsTableMissing(code))
            throw new RequestFailedException(answer);
    }

    /// <summary>
    /// The network, the service or the identity failed: the same call may succeed later. The client's own attempts end in an
    /// <see cref="AggregateException"/>, or in a cancellation that is not the caller's.
    /// </summary>
    public static bool IsUnavailable(Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            RequestFailedException failed => failed.Status is 0 or 401 or 403 or 404 or 408 or 409 or 429 or >= 500,
            AggregateException attempts => attempts.InnerExceptions.All(attempt => IsUnavailable(attempt, cancellationToken)),
            OperationCanceledException => !cancellationToken.IsCancellationRequested,
            AuthenticationFailedException or HttpRequestException or IOException => true,
            _ => false,
        };

    public static StoreUnavailableException Unavailable(Exception exception) =>
        new($"Table Storage cannot be used: {exception.Message}", exception);
}
