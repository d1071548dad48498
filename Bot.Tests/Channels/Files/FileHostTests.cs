using System.Net;
using AgaBot.Channels.Files;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Channels.Files;

/// <summary>The links that a host pattern allows.</summary>
public sealed class FileHostTests
{
    [Theory]
    [InlineData("*.sharepoint.com", "https://contoso-my.sharepoint.com/_layouts/15/download.aspx?tempauth=x", true)]
    [InlineData("*.sharepoint.com", "https://CONTOSO.SharePoint.com/x", true)]
    [InlineData("*.sharepoint.com", "https://sharepoint.com/x", false)]
    [InlineData("*.sharepoint.com", "https://evilsharepoint.com/x", false)]
    [InlineData("*.sharepoint.com", "https://contoso.sharepoint.com.evil.org/x", false)]
    [InlineData("*.sharepoint.com", "https://evil.org/contoso.sharepoint.com", false)]
    [InlineData("*.sharepoint.com", "https://evil.org#.sharepoint.com", false)]
    [InlineData("*.sharepoint.com", "https://evil.org/.sharepoint.com", false)]
    [InlineData("*.sharepoint.com", "http://contoso.sharepoint.com/x", false)]
    [InlineData("*.sharepoint.com", "https://contoso.sharepoint.com:8443/x", false)]
    [InlineData("files.region.gob.pe", "https://files.region.gob.pe/x", true)]
    [InlineData("files.region.gob.pe", "https://a.files.region.gob.pe/x", false)]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/x", true)]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8081/x", false)]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.2:8080/x", false)]
    public void A_link_leads_to_a_host_or_not(string host, string link, bool leads) =>
        Assert.Equal(leads, FileHost.Read(host)!.Matches(new Uri(link)));

    [Theory]
    [InlineData("*")]
    [InlineData("*.com")]
    [InlineData("*.")]
    [InlineData("")]
    [InlineData("sharepoint")]
    [InlineData("*.*.com")]
    [InlineData("*.10.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("sharepoint.com.")]
    [InlineData("https://contoso.sharepoint.com")]
    [InlineData("http://10.0.0.1:80")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.1:8080/files")]
    public void A_setting_that_names_no_host_or_too_many_stops_the_start(string host)
    {
        ValidateOptionsResult result = new FetchOptionsValidator().Validate(null, new() { Hosts = [host] });

        Assert.StartsWith($"Files:Hosts has '{host}'", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13.107.136.8", true)]
    [InlineData("2620:1ec:8f8::8", true)]
    [InlineData("::ffff:13.107.136.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:0:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void An_address_is_of_the_Internet_or_of_somebodys_own_network(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://10.255.255.1/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://[fd00::1]/")]
    public async Task A_host_whose_name_leads_into_a_private_network_is_not_connected_to(string link)
    {
        using HttpClient http = FileHttp.Create();

        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(link)));

        Assert.Contains("no public address", refused.ToString(), StringComparison.Ordinal);
    }
}
