using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Explaining;

namespace AgaBot.Tests.Dialogs;

/// <summary>What people want who say it in a sentence of their own, where no form is open.</summary>
public sealed class SentenceReaderTests
{
    [Theory]
    [InlineData("quiero registrar una propuesta de la muni de Huanchaco", "I want to submit a proposal", nameof(Command.Propose))]
    [InlineData("tengo una idea para mi distrito", "I have an idea for my district", nameof(Command.Propose))]
    [InlineData("quisiera agregar otra ficha", "can I start another proposal", nameof(Command.Propose))]
    [InlineData("quiero dar mi opinión", "I would like to leave a comment", nameof(Command.Contribute))]
    [InlineData("¿cuál es mi número de ficha?", "what is the number of my proposal", nameof(Command.MyProposals))]
    [InlineData("¿qué pasó con la propuesta que envié?", "what happened with my proposal?", nameof(Command.MyProposals))]
    [InlineData("dónde veo mis propuestas", "where do I find my proposals", nameof(Command.MyProposals))]
    [InlineData("¿puedo seguir con lo que dejé a medias?", "can I continue where I left?", nameof(Command.Resume))]
    [InlineData("¿qué propuestas hay sobre agua?", "which proposals are there about water?", nameof(Command.ListToSupport))]
    [InlineData("quiero votar por una propuesta", "I want to vote for a proposal", nameof(Command.ListToSupport))]
    [InlineData("¿hay consultas abiertas?", "are there any surveys?", nameof(Command.ListConsultations))]
    [InlineData(
        "¿cuáles son los resultados de la consulta?",
        "what are the results of the consultation?",
        nameof(Command.ListConsultations)
    )]
    [InlineData("quisiera abrir una consulta", "I would like to open a consultation", nameof(Command.NewConsultation))]
    [InlineData("descargar el resumen ejecutivo", "download the executive summary", nameof(Command.Unavailable))]
    [InlineData("¿cuántas propuestas van?", "how many proposals are there", nameof(Command.ShowProgress))]
    [InlineData("¿dónde están los resultados?", "where are the results?", nameof(Command.ShowProgress))]
    [InlineData("¿puedo descargar el formato en Word?", "can I download the form in Word?", nameof(Command.ShowBlank))]
    [InlineData("me equivoqué en la fecha de mi ficha", "I made a mistake in my proposal", nameof(Command.Edit))]
    [InlineData("quiero borrar mi propuesta", "I want to withdraw my proposal", nameof(Command.Edit))]
    [InlineData("borre el borrador", "please delete the draft", nameof(Command.Discard))]
    [InlineData("¿qué tienen guardado sobre mí?", "what have you kept about me?", nameof(Command.ShowMyData))]
    [InlineData("quiero que eliminen mis datos", "please delete all of my data", nameof(Command.DeleteMyData))]
    [InlineData("¿y la privacidad?", "what about privacy", nameof(Command.ShowPrivacyNotice))]
    [InlineData("¿me puede ayudar con esto?", "can you help me with this", nameof(Command.Help))]
    [InlineData("quisiera saber para qué sirve esto", "how does this work?", nameof(Command.Hello))]
    [InlineData("hola, soy Rosa de la municipalidad de Moche", "hello, this is Ann from Moche", nameof(Command.Hello))]
    public void A_wish_is_heard_in_a_sentence(string spanish, string english, string command)
    {
        Assert.Equal(command, SentenceReader.FindCommand(spanish)?.GetType().Name);
        Assert.Equal(command, SentenceReader.FindCommand(english)?.GetType().Name);
        Assert.True(SentenceReader.IsEnglish(english) || command == nameof(Command.Hello));
        Assert.False(SentenceReader.IsEnglish(spanish));
    }

    [Theory]
    [InlineData("¿cuánto tiempo me va a tomar?", "how long will it take me?", Phrase.HowLong)]
    [InlineData("¿son muchas? ¿cuántas preguntas tiene?", "how many questions does it have?", Phrase.HowLong)]
    [InlineData("necesito conversar con un funcionario", "I need to speak with an official", Phrase.Person)]
    [InlineData("¿quién es el encargado de esto?", "who is in charge of this?", Phrase.Person)]
    [InlineData("¿hay que pagar algo?", "does it cost anything?", Phrase.Free)]
    [InlineData("soy la coordinadora de la mesa", "I am the coordinator", Phrase.Coordinator)]
    public void So_is_what_is_asked_beside_it(string spanish, string english, object phrase)
    {
        Assert.Equal(phrase, SentenceReader.FindPhrase(spanish));
        Assert.Equal(phrase, SentenceReader.FindPhrase(english));
    }

    [Theory]
    [InlineData("avanse", nameof(Command.ShowProgress))]
    [InlineData("proponr", nameof(Command.Propose))]
    [InlineData("mis fchas", nameof(Command.MyProposals))]
    [InlineData("consultaz", nameof(Command.ListConsultations))]
    public void A_misspelt_command_is_the_command(string words, string command) =>
        Assert.Equal(command, SentenceReader.FindCommand(words)?.GetType().Name);

    [Theory]
    [InlineData("no quiero registrar una propuesta")]
    [InlineData("I do not want to submit a proposal")]
    [InlineData("nunca voy a votar por una propuesta")]
    [InlineData("el agua llega dos horas al día")]
    [InlineData("Rosa Quispe")]
    [InlineData("sí")]
    [InlineData("si acepto")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData("quiero registrar una propuesta\nde dos líneas")]
    [InlineData(
        "En mi distrito hay muchas personas que quisieran registrar una propuesta, y como la posta queda lejos y la carretera está mala hay que esperar horas hasta que pase un carro"
    )]
    public void What_says_something_else_or_much_more_is_no_wish(string words)
    {
        Assert.Null(SentenceReader.FindCommand(words));
        Assert.Null(SentenceReader.FindPhrase(words));
    }
}
