using AgaBot.Dialogs.Commands;

namespace AgaBot.Tests.Dialogs;

/// <summary>Which words are a command, and which are something that was said.</summary>
public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("hola", "hello", nameof(Command.Hello))]
    [InlineData("proponer", "propose", nameof(Command.Propose))]
    [InlineData("aporte", "contribute", nameof(Command.Contribute))]
    [InlineData("aporte 2", "contribute 2", nameof(Command.Contribute))]
    [InlineData("mis fichas", "my proposals", nameof(Command.MyProposals))]
    [InlineData("más", "more", nameof(Command.More))]
    [InlineData("retomar", "resume", nameof(Command.Resume))]
    [InlineData("retomar 2", "resume 2", nameof(Command.Resume))]
    [InlineData("consultas", "consultations", nameof(Command.ListConsultations))]
    [InlineData("responder", "answer", nameof(Command.Respond))]
    [InlineData("responder 3", "answer 3", nameof(Command.Respond))]
    [InlineData("nueva consulta", "new consultation", nameof(Command.NewConsultation))]
    [InlineData("avance", "progress", nameof(Command.ShowProgress))]
    [InlineData("ayuda", "help", nameof(Command.Help))]
    [InlineData("atrás", "back", nameof(Command.Back))]
    [InlineData("saltar", "skip", nameof(Command.Skip))]
    [InlineData("listo", "done", nameof(Command.Done))]
    [InlineData("editar", "edit", nameof(Command.Edit))]
    [InlineData("editar 3", "edit 3", nameof(Command.Edit))]
    [InlineData("quitar 2", "remove 2", nameof(Command.RemoveRow))]
    [InlineData("borrar fila 2", "delete row 2", nameof(Command.RemoveRow))]
    [InlineData("quitar la segunda, por favor", "please remove two", nameof(Command.RemoveRow))]
    [InlineData("Quitar la última.", "delete the last one", nameof(Command.RemoveRow))]
    [InlineData("editar fila 2", "edit row 2", nameof(Command.EditRow))]
    [InlineData("corrija la última", "change the last row", nameof(Command.EditRow))]
    [InlineData("por favor apoyar 2", "support 2 please", nameof(Command.Support))]
    [InlineData("corregir acción 2", "change action 2", nameof(Command.EditRow))]
    [InlineData("cambiar 2", "change 2", nameof(Command.Change))]
    [InlineData("corregir fila 2 por ; Jun 2016; Jul 2017", "change row 2 to ; Jun 2016; Jul 2017", nameof(Command.ReplaceRow))]
    [InlineData("cambiar respuesta 8 por julio 2017", "change answer 8 to July 2017", nameof(Command.ReplaceAnswer))]
    [InlineData("usar nombre 5", "use full name 5", nameof(Command.UseFullNames))]
    [InlineData("dejar así", "leave it", nameof(Command.LeaveAsIs))]
    [InlineData("subir 3", "up 3", nameof(Command.MoveRow))]
    [InlineData("bajar fila 1", "move down 1", nameof(Command.MoveRow))]
    [InlineData("cancelar", "cancel", nameof(Command.Cancel))]
    [InlineData("reiniciar", "restart", nameof(Command.Restart))]
    [InlineData("enviar", "send", nameof(Command.Send))]
    [InlineData("idioma", "language", nameof(Command.ChangeLanguage))]
    [InlineData("idioma inglés", "language spanish", nameof(Command.ChangeLanguage))]
    [InlineData("inglés", "english", nameof(Command.ChangeLanguage))]
    [InlineData("buenas tardes señorita", "hello there", nameof(Command.Hello))]
    [InlineData("coordinador Ábc-1", "coordinator Ábc-1", nameof(Command.BecomeCoordinator))]
    [InlineData("vincular", "link", nameof(Command.OfferLink))]
    [InlineData("vincular ABCD-2345", "link abcd 2345", nameof(Command.TakeLink))]
    [InlineData("apoyar", "support", nameof(Command.ListToSupport))]
    [InlineData("apoyar 1", "support 1", nameof(Command.Support))]
    [InlineData("apoyar 482-716-4", "support 482 716 4", nameof(Command.Support))]
    [InlineData("retirar apoyo 482-716-4", "withdraw support 2", nameof(Command.WithdrawSupport))]
    [InlineData("sumar 1", "add to 1", nameof(Command.AddTo))]
    [InlineData("ignorar", "ignore", nameof(Command.IgnoreSuggestion))]
    [InlineData("ignorar 4", "ignore 4", nameof(Command.IgnoreSuggestion))]
    [InlineData("vista previa", "preview", nameof(Command.PreviewProposal))]
    [InlineData("mis datos", "my data", nameof(Command.ShowMyData))]
    [InlineData("borrar mis datos", "delete my data", nameof(Command.DeleteMyData))]
    [InlineData("consolidar", "consolidate", nameof(Command.Unavailable))]
    [InlineData("revisar", "review", nameof(Command.Unavailable))]
    [InlineData("resumen", "summary", nameof(Command.Unavailable))]
    [InlineData("exportar", "export", nameof(Command.Unavailable))]
    public void A_command_and_its_English_twin_are_the_same(string spanish, string english, string command)
    {
        Assert.Equal(command, Ordered(spanish).GetType().Name);
        Assert.Equal(command, Ordered(english).GetType().Name);
    }

    [Theory]
    [InlineData("ATRAS")]
    [InlineData("  Atrás ")]
    [InlineData("atra\u0301s")]
    [InlineData("¡atrás!")]
    [InlineData("atrás, por favor")]
    [InlineData("Porfa atrás")]
    public void Case_accents_marks_and_a_please_do_not_matter(string text) => Assert.IsType<Command.Back>(Ordered(text));

    [Theory]
    [InlineData("apoyar 2", "Listed { Number = 2 }")]
    [InlineData("¡Apoyar 2!", "Listed { Number = 2 }")]
    [InlineData("apoyar 4827164", "Numbered { Receipt = 482-716-4 }")]
    [InlineData("apoyar 482–716–4", "Numbered { Receipt = 482-716-4 }")]
    [InlineData("apoyar 482-716-5", "Mistyped { Words = 482 716 5 }")]
    [InlineData("apoyar 123", "Mistyped { Words = 123 }")]
    public void A_proposal_is_named_by_its_place_or_its_receipt_number(string text, string pick) =>
        Assert.Equal(pick, Assert.IsType<Command.Support>(Ordered(text)).Pick.ToString());

    [Theory]
    [InlineData("apoyar a 30 comedores")]
    [InlineData("apoyar 30 comedores")]
    [InlineData("sumar esfuerzos")]
    public void Words_that_go_on_are_an_answer(string text) => Assert.IsType<Utterance.Told>(CommandReader.Read(text));

    [Theory]
    [InlineData("editar 12", 12)]
    [InlineData("EDITAR  12.", 12)]
    [InlineData("editar la respuesta 12, por favor", 12)]
    public void A_command_takes_its_number(string text, int number) => Assert.Equal(new Command.Edit(number), Ordered(text));

    [Fact]
    public void A_code_is_taken_as_it_was_typed() =>
        Assert.Equal("Clave-ñ 1", Assert.IsType<Command.BecomeCoordinator>(Ordered("Coordinador  Clave-ñ 1")).Code);

    [Fact]
    public void A_code_is_not_in_the_commands_own_words()
    {
        Assert.DoesNotContain("secreto", Ordered("coordinador secreto1").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ABCD", Ordered("vincular ABCD2345").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ayuda a las familias")]
    [InlineData("el avance")]
    [InlineData("editar tres veces")]
    [InlineData("editar 99999999999")]
    [InlineData("idioma quechua")]
    [InlineData("avance señorita")]
    [InlineData("vincular a las familias")]
    [InlineData("avance\ndel plan")]
    [InlineData("3")]
    [InlineData("")]
    public void Anything_longer_or_else_is_said(string text) => Assert.Equal(new Utterance.Told(text), CommandReader.Read(text));

    [Theory]
    [InlineData("\"avance\"", "avance")]
    [InlineData("«Avance»", "Avance")]
    [InlineData("“avance”", "avance")]
    [InlineData("'editar 3'", "editar 3")]
    public void A_command_in_quotes_is_an_answer_without_them(string text, string answer) =>
        Assert.Equal(new Utterance.Told(answer), CommandReader.Read(text));

    [Theory]
    [InlineData("«Agua segura»")]
    [InlineData("\"")]
    [InlineData("«»")]
    public void Other_words_keep_their_quotes(string text) => Assert.Equal(new Utterance.Told(text), CommandReader.Read(text));

    private static Command Ordered(string text) => Assert.IsType<Utterance.Ordered>(CommandReader.Read(text)).Command;
}
