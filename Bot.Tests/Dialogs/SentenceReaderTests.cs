using AgaBot.Dialogs.Answering;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Copying;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Filling;
using AgaBot.Dialogs.Greeting;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Progress;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Returning;
using AgaBot.Dialogs.Supporting;
using AgaBot.Dialogs.Unavailable;

namespace AgaBot.Tests.Dialogs;

/// <summary>The command that a person means with a sentence while no form is open.</summary>
public sealed class SentenceReaderTests
{
    [Theory]
    [InlineData("quiero registrar una propuesta de la muni de Huanchaco", "I want to submit a proposal", nameof(ProposeCommand))]
    [InlineData("tengo una idea para mi distrito", "I have an idea for my district", nameof(ProposeCommand))]
    [InlineData("quisiera agregar otra ficha", "can I start another proposal", nameof(ProposeCommand))]
    [InlineData("quiero dar mi opinión", "I would like to leave a comment", nameof(ContributeCommand))]
    [InlineData("¿cuál es mi número de ficha?", "what is the number of my proposal", nameof(MyProposalsCommand))]
    [InlineData("¿qué pasó con la propuesta que envié?", "what happened with my proposal?", nameof(MyProposalsCommand))]
    [InlineData("dónde veo mis propuestas", "where do I find my proposals", nameof(MyProposalsCommand))]
    [InlineData("¿puedo seguir con lo que dejé a medias?", "can I continue where I left?", nameof(ResumeCommand))]
    [InlineData("¿qué propuestas hay sobre agua?", "which proposals are there about water?", nameof(ListToSupportCommand))]
    [InlineData("quiero votar por una propuesta", "I want to vote for a proposal", nameof(ListToSupportCommand))]
    [InlineData("¿hay consultas abiertas?", "are there any surveys?", nameof(ListConsultationsCommand))]
    [InlineData(
        "¿cuáles son los resultados de la consulta?",
        "what are the results of the consultation?",
        nameof(ListConsultationsCommand)
    )]
    [InlineData("quisiera abrir una consulta", "I would like to open a consultation", nameof(NewConsultationCommand))]
    [InlineData("descargar el resumen ejecutivo", "download the executive summary", nameof(UnavailableCommand))]
    [InlineData("¿cuántas propuestas van?", "how many proposals are there", nameof(ShowProgressCommand))]
    [InlineData("¿dónde están los resultados?", "where are the results?", nameof(ShowProgressCommand))]
    [InlineData("¿puedo descargar el formato en Word?", "can I download the form in Word?", nameof(ShowBlankCommand))]
    [InlineData("me equivoqué en la fecha de mi ficha", "I made a mistake in my proposal", nameof(EditCommand))]
    [InlineData("quiero borrar mi propuesta", "I want to withdraw my proposal", nameof(AskEraseCommand))]
    [InlineData("borre el borrador", "please delete the draft", nameof(DiscardCommand))]
    [InlineData("¿qué tienen guardado sobre mí?", "what have you kept about me?", nameof(ShowMyDataCommand))]
    [InlineData("quiero que eliminen mis datos", "please delete all of my data", nameof(DeleteMyDataCommand))]
    [InlineData("¿y la privacidad?", "what about privacy", nameof(ShowPrivacyNoticeCommand))]
    [InlineData("¿me puede ayudar con esto?", "can you help me with this", nameof(HelpCommand))]
    [InlineData("quisiera saber para qué sirve esto", "how does this work?", nameof(HelloCommand))]
    [InlineData("hola, soy Rosa de la municipalidad de Moche", "hello, this is Ann from Moche", nameof(HelloCommand))]
    public void A_wish_is_heard_in_a_sentence(string spanish, string english, string command)
    {
        Assert.Equal(command, SentenceReader.FindCommand(spanish)?.GetType().Name);
        Assert.Equal(command, SentenceReader.FindCommand(english)?.GetType().Name);
        Assert.True(SentencePhrases.IsEnglish(english) || command == nameof(HelloCommand));
        Assert.False(SentencePhrases.IsEnglish(spanish));
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
        Assert.Equal(phrase, SentencePhrases.Find(spanish));
        Assert.Equal(phrase, SentencePhrases.Find(english));
    }

    [Theory]
    [InlineData("avanse", nameof(ShowProgressCommand))]
    [InlineData("proponr", nameof(ProposeCommand))]
    [InlineData("mis fchas", nameof(MyProposalsCommand))]
    [InlineData("consultaz", nameof(ListConsultationsCommand))]
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
        "En mi distrito hay muchas personas que quisieran registrar una propuesta, y como la posta queda lejos "
            + "y la carretera está mala hay que esperar horas hasta que pase un carro"
    )]
    public void What_says_something_else_or_much_more_is_no_wish(string words)
    {
        Assert.Null(SentenceReader.FindCommand(words));
        Assert.Null(SentencePhrases.Find(words));
    }
}
