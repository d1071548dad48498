namespace AgaBot.Plans;

/// <summary>Identifies a mesa from the moment its attendance is asked for.</summary>
public readonly record struct MesaId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The mesa of a draft or a ficha: the group is its author.</summary>
/// <param name="People">Number of people at the mesa.</param>
public sealed record MesaRef(MesaId Id, int Number, int People);
