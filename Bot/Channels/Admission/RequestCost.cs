namespace AgaBot.Channels.Admission;

/// <summary>The limits that a request counts against.</summary>
[Flags]
internal enum RequestCost
{
    /// <summary>A probe of a supervisor, or a call that Azure Bot Service limits itself.</summary>
    None = 0,
    Request = 1,
    Token = 2,
    Activity = 4,
    Stream = 8,
    Upload = 16,
    Download = 32,
}

/// <summary>Metadata of an endpoint. Every endpoint has it.</summary>
internal sealed record RequestCostMetadata(RequestCost Of)
{
    public static RequestCostMetadata None { get; } = new(RequestCost.None);

    public static RequestCostMetadata Request { get; } = new(RequestCost.Request);

    public static RequestCostMetadata Download { get; } = new(RequestCost.Request | RequestCost.Download);

    /// <summary>The cost of a request; that of an address that does not exist is one request.</summary>
    public static RequestCost CostOf(HttpContext http) =>
        http.GetEndpoint() is { } endpoint
            ? endpoint.Metadata.GetMetadata<RequestCostMetadata>()?.Of ?? RequestCost.Request
            : RequestCost.Request;
}
