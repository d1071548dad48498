namespace AgaBot.Channels.Files;

/// <summary>A host from which files may be downloaded.</summary>
internal abstract record FileHost
{
    private FileHost() { }

    /// <summary>Whether a link leads to this host by an allowed scheme and port.</summary>
    public abstract bool Matches(Uri link);

    /// <summary>One host name, over https at the default port.</summary>
    public sealed record Exact(string Name) : FileHost
    {
        public override bool Matches(Uri link) => IsHttps(link) && string.Equals(link.IdnHost, Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All subdomains of a name, over https at the default port.</summary>
    /// <param name="Suffix">The suffix of the host name, beginning with a dot.</param>
    public sealed record Subdomains(string Suffix) : FileHost
    {
        public override bool Matches(Uri link) =>
            IsHttps(link) && link.IdnHost.Length > Suffix.Length && link.IdnHost.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A program on the same machine.</summary>
    public sealed record Loopback(string Authority) : FileHost
    {
        public override bool Matches(Uri link) =>
            link.Scheme == Uri.UriSchemeHttp && link.IsLoopback && string.Equals(link.Authority, Authority, StringComparison.Ordinal);
    }

    /// <summary>Null if the text is not a host pattern, or matches too many hosts.</summary>
    public static FileHost? Read(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
        {
            return
                address is { IsLoopback: true, PathAndQuery: "/", UserInfo: "", Fragment: "" }
                && address.Scheme == Uri.UriSchemeHttp
                && !address.IsDefaultPort
                ? new Loopback(address.Authority)
                : null;
        }
        bool hasSubdomains = text.StartsWith("*.", StringComparison.Ordinal);
        string name = hasSubdomains ? text[2..] : text;
        // An IP address has no subdomains, and a single label could be a whole country.
        if (Uri.CheckHostName(name) is not UriHostNameType.Dns || !name.Contains('.', StringComparison.Ordinal) || name.EndsWith('.'))
            return null;
        return hasSubdomains ? new Subdomains($".{name}") : new Exact(name);
    }

    private static bool IsHttps(Uri link) =>
        link.Scheme == Uri.UriSchemeHttps && link.IsDefaultPort && link.HostNameType == UriHostNameType.Dns;
}
