using AgaBot.Forms;

namespace AgaBot.Tests.Forms.Normalization;

/// <summary>Text as Word leaves it on the clipboard.</summary>
public sealed class WordPasteCleanupTests
{
    [Theory]
    [InlineData("\uf0b7\tSobrecarga de funciones\n\uf0b7\tFalta de capacitación", "• Sobrecarga de funciones\n• Falta de capacitación")]
    [InlineData("•\tSobrecarga\no\tDetalle\n§\tMás detalle", "• Sobrecarga\n◦ Detalle\n▪ Más detalle")]
    [InlineData("Ø\tUno\nü\tDos", "• Uno\n• Dos")]
    [InlineData("\uf0d8 Uno", "• Uno")]
    [InlineData("-\tUno\n-\tDos", "- Uno\n- Dos")]
    [InlineData("Ley\u00a0N.°\u00a029733", "Ley N.° 29733")]
    [InlineData("infra\u00adestructura", "infraestructura")]
    [InlineData("\ufeffcor\u200bresponsable", "corresponsable")]
    [InlineData("enero\u2011junio", "enero-junio")]
    [InlineData("Ver \u0013 HYPERLINK \"http://www.gob.pe\" \u0014el portal\u0015.", "Ver el portal.")]
    [InlineData("Ver { HYPERLINK \"http://www.gob.pe\" }el portal.", "Ver el portal.")]
    [InlineData("Ver HYPERLINK \"http://www.gob.pe\" \\t \"_blank\" el portal.", "Ver el portal.")]
    [InlineData("Página { PAGEREF _Toc123 \\h }3", "Página 3")]
    public void What_Word_put_there_is_taken_out(string pasted, string kept) => Assert.Equal(kept, Written(pasted));

    [Theory]
    [InlineData("o bien, una directiva")]
    [InlineData("{no es un campo}")]
    [InlineData("a\tb  c")]
    [InlineData("👩🏽\u200d🌾")]
    [InlineData("1.\tComprar")]
    public void What_people_wrote_stays(string words) => Assert.Equal(words, Written(words));

    private static string Written(string words) =>
        new Walk(SampleForms.Of(new Question.Text("texto", true, true))).Says(words).Answer<Answer.Text>("texto").Value;
}
