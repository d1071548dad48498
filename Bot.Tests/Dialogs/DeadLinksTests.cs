using AgaBot.Dialogs.Views;

namespace AgaBot.Tests.Dialogs;

public sealed class DeadLinksTests
{
    [Theory]
    [InlineData("vea http://malo.example/x", "vea http:/|/malo.|example/x")]
    [InlineData("www.malo.com", "www.|malo.|com")]
    [InlineData("escriba a rosa@malo.com.pe", "escriba a rosa@|malo.|com.|pe")]
    [InlineData("{{DATE(2020-01-01T00:00:00Z,SHORT)}}", "{|{DATE(2020-01-01T00:00:00Z,SHORT)}}")]
    [InlineData("//malo.com", "/|/malo.|com")]
    public void What_would_come_alive_is_broken(string text, string shown) =>
        Assert.Equal(shown.Replace('|', '\u200b'), DeadLinks.In(text));

    [Theory]
    [InlineData("")]
    [InlineData("S.A.C., a las 9 a.m., 1.5 km, 07/2017 y/o 2018")]
    [InlineData("Fin. Otra frase… {texto} @ 10 soles")]
    public void Ordinary_words_stay_the_same_object(string text) => Assert.Same(text, DeadLinks.In(text));
}
