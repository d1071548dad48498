namespace AgaBot.Dialogs.Asking;

/// <summary>Begins one kind of <see cref="PendingRequest"/> once nothing is missing. Handlers are found at start.</summary>
internal interface IRequestHandler
{
    Type Kind { get; }

    /// <param name="notice">What has to be said first, for example thanks for the profile.</param>
    ValueTask<Decision> BeginAsync(DialogContext context, PendingRequest request, Notice notice, CancellationToken cancellationToken);
}

internal abstract class RequestHandler<TRequest> : IRequestHandler
    where TRequest : PendingRequest
{
    public Type Kind => typeof(TRequest);

    protected abstract ValueTask<Decision> BeginAsync(
        DialogContext context,
        TRequest request,
        Notice notice,
        CancellationToken cancellationToken
    );

    ValueTask<Decision> IRequestHandler.BeginAsync(
        DialogContext context,
        PendingRequest request,
        Notice notice,
        CancellationToken cancellationToken
    ) => BeginAsync(context, (TRequest)request, notice, cancellationToken);
}
