using AgaBot.Channels.Connector;
using Azure.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Channels;

/// <summary>Connector clients with short retry delays.</summary>
internal static class Connectors
{
    public static ConnectorClient Client(TokenCredential? credential = null, TimeProvider? clock = null)
    {
        IOptions<ConnectorOptions> options = Options.Create(new ConnectorOptions { RetryDelay = TimeSpan.FromMilliseconds(1) });
        TimeProvider time = clock ?? TimeProvider.System;
        return new(
            new EntraTokenCache(credential, EntraTokenCache.ConnectorScope, time, NullLogger<EntraTokenCache>.Instance),
            new ConnectorResilience(options, time, NullLogger<ConnectorResilience>.Instance),
            time,
            NullLogger<ConnectorClient>.Instance
        );
    }
}
