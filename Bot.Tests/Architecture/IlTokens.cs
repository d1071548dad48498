using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AgaBot.Tests.Architecture;

/// <summary>The types and members that the instructions of a method name.</summary>
internal static class IlTokens
{
    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

    public static IEnumerable<EntityHandle> In(BlobReader il)
    {
        List<EntityHandle> tokens = [];
        while (il.RemainingBytes > 0)
        {
            byte first = il.ReadByte();

            // Codes of two bytes begin with 0xFE.
            OperandType operand = Operands[first == 0xFE ? (short)((first << 8) | il.ReadByte()) : first];
            if (
                operand
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineSig
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
                tokens.Add(MetadataTokens.EntityHandle(il.ReadInt32()));
            else
                il.Offset += Length(operand, il);
        }

        return tokens;
    }

    private static int Length(OperandType operand, BlobReader il) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineBrTarget or OperandType.InlineI or OperandType.InlineString or OperandType.ShortInlineR => 4,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * il.ReadInt32()),
            _ => throw new NotSupportedException($"{operand}"),
        };
}
