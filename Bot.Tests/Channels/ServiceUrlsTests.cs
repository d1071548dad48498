using AgaBot.Channels.Connector;

namespace AgaBot.Tests.Channels;

/// <summary>The addresses to which the bot may post.</summary>
public sealed class ServiceUrlsTests
{
    [Theory]
    [InlineData("https://smba.example/amer/")]
    [InlineData("https://smba.example")]
    public void A_service_elsewhere_is_called_only_where_a_token_vouched_for_it(string serviceUrl)
    {
        Assert.True(ServiceUrls.MayBeCalled(serviceUrl, isVouched: true));
        Assert.False(ServiceUrls.MayBeCalled(serviceUrl, isVouched: false));
    }

    [Theory]
    [InlineData("http://127.0.0.1:56150/_connector")]
    [InlineData("http://localhost:56150/")]
    [InlineData("http://[::1]/")]
    [InlineData("https://localhost/")]
    public void A_service_on_this_machine_needs_nobody_to_vouch_for_it(string serviceUrl) =>
        Assert.True(ServiceUrls.MayBeCalled(serviceUrl, isVouched: false));

    [Theory]
    [InlineData("http://smba.example/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("ftp://localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://127.0.0.1@smba.example/?")]
    [InlineData("https://persona@smba.example/")]
    [InlineData("https://smba.example/?to=elsewhere")]
    [InlineData("https://smba.example/#elsewhere")]
    [InlineData("smba.example")]
    [InlineData("//smba.example/")]
    [InlineData("")]
    public void What_is_not_https_or_has_more_than_a_path_is_not_called_whoever_vouches(string serviceUrl) =>
        Assert.False(ServiceUrls.MayBeCalled(serviceUrl, isVouched: true));
}
