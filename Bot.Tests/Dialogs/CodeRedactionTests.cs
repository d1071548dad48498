using AgaBot.Dialogs.Codes;

namespace AgaBot.Tests.Dialogs;

public sealed class CodeRedactionTests
{
    private readonly CodeRedaction codes = new("TRUJILLO-2016");

    [Theory]
    [InlineData("coordinador TRUJILLO-2016", "coordinador ••••")]
    [InlineData("Coordinadora: trujillo 2016", "Coordinadora: ••••")]
    [InlineData("hola, mi código de coordinador es TRUJILLO-2016, gracias", "hola, mi código de coordinador es ••••, gracias")]
    [InlineData("TRUJILLO-2016", "••••")]
    [InlineData("T R U J I L L O 2-0-1-6", "••••")]
    [InlineData("TRUJILLO-2016 y otra vez TRUJILLO-2016", "•••• y otra vez ••••")]
    [InlineData("coordinador TRUJILO-2016", "coordinador ••••")]
    [InlineData("TRUJILO-20166", "••••")]
    [InlineData("vincular ABCDE-23456", "vincular ••••")]
    [InlineData("asiento abcd efg2", "asiento ••••")]
    [InlineData("mi código es ABCDE FGH23", "mi código es ••••")]
    [InlineData("ABCDE-FGHJK-MNPQR", "••••")]
    [InlineData("coordinator abcde fgh23 mnpqr", "coordinator ••••")]
    public void A_code_is_hidden_in_whatever_form_it_is_said(string said, string kept) => Assert.Equal(kept, codes.RedactMessage(said));

    [Theory]
    [InlineData("Coordinador regional de la Municipalidad de Moche")]
    [InlineData("coordinadora")]
    [InlineData("asiento reservado para mujeres")]
    [InlineData("482-716-4")]
    [InlineData("apoyar 482-716-4")]
    [InlineData("Mi DNI es 98765432 y mi celular 987 654 326")]
    [InlineData("rosa@munimoche.gob.pe")]
    [InlineData("Del 2 al 15 de marzo de 2027, en la Plaza de Armas")]
    public void Ordinary_words_stay(string said) => Assert.Equal(said, codes.RedactMessage(said));

    [Theory]
    [InlineData("mi código es Trujillo 2016, gracias")]
    [InlineData("T R U J I L L O 2-0-1-6")]
    [InlineData("ABCDE-FGHJK-MNPQR")]
    [InlineData("la invitación abcde-fghjk-mnpqr y nada más")]
    [InlineData("ABCDE FGH23 MNPQR")]
    [InlineData("abcdefgh23mnpqr")]
    public void A_code_that_gives_a_role_is_no_answer(string said) => Assert.True(codes.HoldsLastingCode(said));

    [Theory]
    [InlineData("Municipalidad de Trujillo, 2017")]
    [InlineData("ABCDE-23456")]
    [InlineData("MUROS PARED TECHO")]
    [InlineData("PARQUES SUR FASE 2")]
    [InlineData("El proyecto SNIP 2233445 de 2016")]
    public void Anything_else_may_be_one(string said) => Assert.False(codes.HoldsLastingCode(said));
}
