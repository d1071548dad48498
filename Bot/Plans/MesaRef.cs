namespace AgaBot.Plans;

/// <summary>Names a mesa from the moment its attendance is asked for.</summary>
public readonly record struct MesaId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A mesa as a draft or a ficha names it: the group is its author.</summary>
/// <param name="People">How many sat at it.</param>
public sealed record MesaRef(MesaId Id, int Number, int People);
