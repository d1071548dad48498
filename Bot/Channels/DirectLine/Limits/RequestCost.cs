namespace AgaBot.Channels.DirectLine.Limits;

/// <summary>The limits that a request counts against.</summary>
[Flags]
internal enum RequestCost
{
    Request = 1,
    Token = 2,
    Activity = 4,
    Stream = 8,
}

/// <summary>Metadata of an endpoint.</summary>
internal sealed record RequestCostMetadata(RequestCost Of);
