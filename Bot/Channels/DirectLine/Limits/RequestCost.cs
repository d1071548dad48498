namespace AgaBot.Channels.DirectLine.Limits;

/// <summary>What an operation counts as.</summary>
[Flags]
internal enum RequestCost
{
    Request = 1,
    Token = 2,
    Activity = 4,
    Stream = 8,
}

/// <summary>Stands at an endpoint.</summary>
internal sealed record RequestCostMetadata(RequestCost Of);
