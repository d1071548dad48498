using AgaBot.Dialogs.Advice;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Coordinators;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Filling;
using AgaBot.Dialogs.Greeting;
using AgaBot.Dialogs.Linking;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Progress;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Returning;
using AgaBot.Dialogs.Supporting;
using AgaBot.Dialogs.Unavailable;

namespace AgaBot.Tests.Dialogs;

/// <summary>Which texts are a command, and which are an answer.</summary>
public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("hola", "hello", nameof(HelloCommand))]
    [InlineData("proponer", "propose", nameof(ProposeCommand))]
    [InlineData("aporte", "contribute", nameof(ContributeCommand))]
    [InlineData("aporte 2", "contribute 2", nameof(ContributeCommand))]
    [InlineData("mis fichas", "my proposals", nameof(MyProposalsCommand))]
    [InlineData("más", "more", nameof(MoreCommand))]
    [InlineData("retomar", "resume", nameof(ResumeCommand))]
    [InlineData("retomar 2", "resume 2", nameof(ResumeCommand))]
    [InlineData("consultas", "consultations", nameof(ListConsultationsCommand))]
    [InlineData("responder", "answer", nameof(RespondCommand))]
    [InlineData("responder 3", "answer 3", nameof(RespondCommand))]
    [InlineData("nueva consulta", "new consultation", nameof(NewConsultationCommand))]
    [InlineData("avance", "progress", nameof(ShowProgressCommand))]
    [InlineData("ayuda", "help", nameof(HelpCommand))]
    [InlineData("atrás", "back", nameof(BackCommand))]
    [InlineData("saltar", "skip", nameof(SkipCommand))]
    [InlineData("listo", "done", nameof(DoneCommand))]
    [InlineData("editar", "edit", nameof(EditCommand))]
    [InlineData("editar 3", "edit 3", nameof(EditCommand))]
    [InlineData("quitar 2", "remove 2", nameof(RemoveRowCommand))]
    [InlineData("borrar fila 2", "delete row 2", nameof(RemoveRowCommand))]
    [InlineData("quitar la segunda, por favor", "please remove two", nameof(RemoveRowCommand))]
    [InlineData("Quitar la última.", "delete the last one", nameof(RemoveRowCommand))]
    [InlineData("editar fila 2", "edit row 2", nameof(EditRowCommand))]
    [InlineData("corrija la última", "change the last row", nameof(EditRowCommand))]
    [InlineData("por favor apoyar 2", "support 2 please", nameof(SupportCommand))]
    [InlineData("corregir acción 2", "change action 2", nameof(EditRowCommand))]
    [InlineData("cambiar 2", "change 2", nameof(ChangeCommand))]
    [InlineData("corregir fila 2 por ; Jun 2016; Jul 2017", "change row 2 to ; Jun 2016; Jul 2017", nameof(ReplaceRowCommand))]
    [InlineData("cambiar respuesta 8 por julio 2017", "change answer 8 to July 2017", nameof(ReplaceAnswerCommand))]
    [InlineData("usar nombre 5", "use full name 5", nameof(UseFullNamesCommand))]
    [InlineData("dejar así", "leave it", nameof(LeaveAsIsCommand))]
    [InlineData("subir 3", "up 3", nameof(MoveRowCommand))]
    [InlineData("bajar fila 1", "move down 1", nameof(MoveRowCommand))]
    [InlineData("cancelar", "cancel", nameof(CancelCommand))]
    [InlineData("reiniciar", "restart", nameof(RestartCommand))]
    [InlineData("enviar", "send", nameof(SendCommand))]
    [InlineData("idioma", "language", nameof(ChangeLanguageCommand))]
    [InlineData("idioma inglés", "language spanish", nameof(ChangeLanguageCommand))]
    [InlineData("inglés", "english", nameof(ChangeLanguageCommand))]
    [InlineData("buenas tardes señorita", "hello there", nameof(HelloCommand))]
    [InlineData("coordinador Ábc-1", "coordinator Ábc-1", nameof(BecomeCoordinatorCommand))]
    [InlineData("vincular", "link", nameof(OfferLinkCommand))]
    [InlineData("vincular ABCD-2345", "link abcd 2345", nameof(TakeLinkCommand))]
    [InlineData("apoyar", "support", nameof(ListToSupportCommand))]
    [InlineData("apoyar 1", "support 1", nameof(SupportCommand))]
    [InlineData("apoyar 482-716-4", "support 482 716 4", nameof(SupportCommand))]
    [InlineData("retirar apoyo 482-716-4", "withdraw support 2", nameof(WithdrawSupportCommand))]
    [InlineData("sumar 1", "add to 1", nameof(AddToCommand))]
    [InlineData("ignorar", "ignore", nameof(IgnoreSuggestionCommand))]
    [InlineData("ignorar 4", "ignore 4", nameof(IgnoreSuggestionCommand))]
    [InlineData("vista previa", "preview", nameof(PreviewProposalCommand))]
    [InlineData("mis datos", "my data", nameof(ShowMyDataCommand))]
    [InlineData("borrar mis datos", "delete my data", nameof(DeleteMyDataCommand))]
    [InlineData("consolidar", "consolidate", nameof(UnavailableCommand))]
    [InlineData("revisar", "review", nameof(UnavailableCommand))]
    [InlineData("resumen", "summary", nameof(UnavailableCommand))]
    [InlineData("exportar", "export", nameof(UnavailableCommand))]
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
    public void Case_accents_marks_and_a_please_do_not_matter(string text) => Assert.IsType<BackCommand>(Ordered(text));

    [Theory]
    [InlineData("apoyar 2", "Listed { Number = 2 }")]
    [InlineData("¡Apoyar 2!", "Listed { Number = 2 }")]
    [InlineData("apoyar 4827164", "Numbered { Receipt = 482-716-4 }")]
    [InlineData("apoyar 482–716–4", "Numbered { Receipt = 482-716-4 }")]
    [InlineData("apoyar 482-716-5", "Mistyped { Words = 482 716 5 }")]
    [InlineData("apoyar 123", "Mistyped { Words = 123 }")]
    public void A_proposal_is_named_by_its_place_or_its_receipt_number(string text, string pick) =>
        Assert.Equal(pick, Assert.IsType<SupportCommand>(Ordered(text)).Pick.ToString());

    [Theory]
    [InlineData("apoyar a 30 comedores")]
    [InlineData("apoyar 30 comedores")]
    [InlineData("sumar esfuerzos")]
    public void Words_that_go_on_are_an_answer(string text) => Assert.IsType<Utterance.Told>(CommandReader.Read(text));

    [Theory]
    [InlineData("editar 12", 12)]
    [InlineData("EDITAR  12.", 12)]
    [InlineData("editar la respuesta 12, por favor", 12)]
    public void A_command_takes_its_number(string text, int number) => Assert.Equal(new EditCommand(number), Ordered(text));

    [Fact]
    public void A_code_is_taken_as_it_was_typed() =>
        Assert.Equal("Clave-ñ 1", Assert.IsType<BecomeCoordinatorCommand>(Ordered("Coordinador  Clave-ñ 1")).Code);

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
