using AgaBot.Forms.Normalization;

namespace AgaBot.Tests.Forms.Normalization;

public sealed class BidiControlsTests
{
    [Theory]
    [InlineData("Más agua", "Más agua")]
    [InlineData("\u200f\u202eمقترح\u202c", "\u200f\u202eمقترح\u202c")]
    [InlineData("fdp\u202eexe", "fdp\u202eexe\u202c")]
    [InlineData("\u2067uno \u202bdos", "\u2067uno \u202bdos\u202c\u2069")]
    [InlineData("\u202auno\ndos", "\u202auno\u202c\ndos")]
    [InlineData("\u2066uno\u202edos\u2069tres", "\u2066uno\u202edos\u2069tres")]
    [InlineData("\u2069uno\u202c", "\u2069uno\u202c")]
    public void What_words_turn_around_ends_with_them(string written, string closed)
    {
        Assert.Equal(closed, BidiControls.Close(written));
        Assert.Equal(closed, BidiControls.Close(closed));
    }
}
