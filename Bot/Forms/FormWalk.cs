using System.Collections.Immutable;

namespace AgaBot.Forms;

/// <summary>Walks a person through a form. Pure: same arguments, same result.</summary>
public static partial class FormWalk
{
    /// <summary>Takes one input. Never throws for anything that a person can say.</summary>
    public static FormStep Advance(Form form, FormSession session, FormInput input, DateOnly today) =>
        throw new NotSupportedException();

    /// <summary>The questions asked of this person: those whose condition holds, in order.</summary>
    public static ImmutableArray<Question> Asked(Form form, FormSession session) =>
        throw new NotSupportedException();

    /// <summary>Where the question at hand stands among those asked, from 1, or null outside a question: "3 de 8".</summary>
    public static (int Number, int Of)? Progress(Form form, FormSession session) =>
        throw new NotSupportedException();
}
