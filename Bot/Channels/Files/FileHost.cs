namespace AgaBot.Channels.Files;

/// <summary>A host that files may be fetched from.</summary>
internal abstract record FileHost
{
    private FileHost() { }

    /// <summary>Whether a link leads there, and in a way that may be followed.</summary>
    public abstract bool Matches(Uri link);

    /// <summary>One host, over https at the usual port.</summary>
    public sealed record Exact(string Name) : FileHost
    {
        public override bool Matches(Uri link) => IsHttps(link) && string.Equals(link.IdnHost, Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Every host below a name, over https at the usual port.</summary>
    /// <param name="End">With the dot before it, so that no other name ends alike.</param>
    public sealed record Subdomains(string End) : FileHost
    {
        public override bool Matches(Uri link) =>
            IsHttps(link) && link.IdnHost.Length > End.Length && link.IdnHost.EndsWith(End, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A program on this machine.</summary>
    public sealed record Loopback(string Authority) : FileHost
    {
        public override bool Matches(Uri link) =>
            link.Scheme == Uri.UriSchemeHttp && link.IsLoopback && string.Equals(link.Authority, Authority, StringComparison.Ordinal);
    }

    /// <summary>Null where the text names none, or too many.</summary>
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
        bool isBelow = text.StartsWith("*.", StringComparison.Ordinal);
        string name = isBelow ? text[2..] : text;
        // An address has no names below it, and one part alone would be a whole country.
        if (Uri.CheckHostName(name) is not UriHostNameType.Dns || !name.Contains('.', StringComparison.Ordinal) || name.EndsWith('.'))
            return null;
        return isBelow ? new Subdomains($".{name}") : new Exact(name);
    }

    private static bool IsHttps(Uri link) =>
        link.Scheme == Uri.UriSchemeHttps && link.IsDefaultPort && link.HostNameType == UriHostNameType.Dns;
}
