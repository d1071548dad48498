using AgaBot.Dialogs;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Storage.Shapes;

namespace AgaBot.Tests.Dialogs;

/// <summary>What a feature has to bring beside its commands, forms and requests.</summary>
public sealed class HandlersTests
{
    private static readonly Type[] Product = typeof(IDialog).Assembly.GetTypes();

    public static TheoryData<Type> Forms => [.. Kinds(typeof(ActiveForm))];

    public static TheoryData<Type> Requests => [.. Kinds(typeof(PendingRequest))];

    [Fact]
    public void Every_command_can_be_said_and_is_followed()
    {
        Type[] commands = [.. Kinds(typeof(Command))];

        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.True(command.IsAssignableTo(typeof(IHasPatterns)), $"{command} cannot be said."));
        Assert.All(
            commands,
            command => Assert.True(HandlersOf(typeof(CommandHandler<>), command) == 1 || IsInput(command), $"{command} is not followed.")
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_has_one_handler_and_one_shape(Type form)
    {
        Assert.Equal(1, HandlersOf(typeof(FormHandler<>), form));
        Assert.Equal(1, ShapesOf(typeof(ActiveForm), form));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_request_has_one_handler_and_one_shape(Type request)
    {
        Assert.Equal(1, HandlersOf(typeof(RequestHandler<>), request));
        Assert.Equal(1, ShapesOf(typeof(PendingRequest), request));
    }

    private static IEnumerable<Type> Kinds(Type state) => Product.Where(type => !type.IsAbstract && type.IsSubclassOf(state));

    private static int HandlersOf(Type handler, Type kind) =>
        Product.Count(type => !type.IsAbstract && Bases(type).Contains(handler.MakeGenericType(kind)));

    private static int ShapesOf(Type state, Type kind) =>
        Product.Count(type =>
            !type.IsAbstract
            && Bases(type)
                .Any(one =>
                    one.IsGenericType
                    && one.GetGenericTypeDefinition() == typeof(KindShape<,,>)
                    && one.GetGenericArguments().Take(2).SequenceEqual([state, kind])
                )
        );

    /// <summary>Whether a command is an input to the open form, so that the form follows it.</summary>
    private static bool IsInput(Type command) => command.GetMethod(nameof(Command.InputTo))!.DeclaringType == command;

    private static IEnumerable<Type> Bases(Type type)
    {
        for (Type? one = type.BaseType; one is not null; one = one.BaseType)
            yield return one;
    }
}
