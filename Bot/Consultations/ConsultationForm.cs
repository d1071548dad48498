using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Consultations;

/// <summary>The form with which a coordinator opens a consultation: the prompt, its kind, and the options of a choice.</summary>
public static class ConsultationForm
{
    public const string Id = "consulta";

    public const string Pregunta = "pregunta";
    public const string Tipo = "tipo";
    public const string Opciones = "opciones";

    /// <summary>Option ids of <see cref="Tipo"/>.</summary>
    public const string Abierta = "abierta";
    public const string ConOpciones = "opciones";

    public const int MinOptions = 2;
    public const int MaxOptions = 20;

    public static Form Of(ConsultationKindWords kinds) =>
        new(
            Id,
            Version: 1,
            [
                new Question.Text(Pregunta, Required: true, Multiline: true, MaxLength: 500),
                new Question.Choice(Tipo, Required: true, [kinds.Open.As(Abierta), kinds.Choice.As(ConOpciones)]),
                new Question.List(Opciones, Required: true, MaxOptions, MaxItemLength: 120)
                {
                    OneALine = true,
                    AskedWhen = new Condition(Tipo, ConOpciones),
                },
            ],
            HasReview: true
        );

    /// <summary>Checks what a single question cannot check about the options; null if they are valid.</summary>
    public static OptionsFault? CheckOptions(Answer.List options)
    {
        if (options.Items.Length < MinOptions)
            return new OptionsFault.TooFew();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return options.Items.FirstOrDefault(option => !seen.Add(option)) is { } repeated ? new OptionsFault.Repeated(repeated) : null;
    }

    /// <summary>The consultation of a submitted session; its number is assigned on writing.</summary>
    /// <exception cref="ArgumentException">A required answer is missing: the session was not submitted.</exception>
    public static Consultation Read(FormSession session, ConsultationId id, ParticipantId openedBy, DateTimeOffset openedAt)
    {
        string kind = Required<Answer.Choice>(session, Tipo).OptionId;
        // The session keeps options that were given before the kind was changed to open.
        ImmutableArray<string> options = kind == ConOpciones ? Required<Answer.List>(session, Opciones).Items : [];
        return new Consultation(id, Number: 0, Required<Answer.Text>(session, Pregunta).Value, options, openedBy, openedAt);
    }

    private static T Required<T>(FormSession session, string questionId)
        where T : Answer =>
        session.Answer<T>(questionId) ?? throw new ArgumentException($"The consultation has no answer to {questionId}.", nameof(session));
}

/// <summary>Words for the kinds of a consultation.</summary>
public sealed record ConsultationKindWords(OptionWords Open, OptionWords Choice);

/// <summary>Why the options cannot be used.</summary>
public abstract record OptionsFault
{
    private OptionsFault() { }

    /// <summary>Fewer than <see cref="ConsultationForm.MinOptions"/>.</summary>
    public sealed record TooFew : OptionsFault;

    /// <summary>Two options that cannot be told apart.</summary>
    public sealed record Repeated(string Option) : OptionsFault;
}
