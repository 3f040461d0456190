using System.Text;
using MassTransit;

namespace JoorBus.Messaging;

/// <summary>Exchange names: <c>joorbus.orders.joor-order-received</c> for <c>JoorBus.Contracts.Orders.JoorOrderReceived</c>. Frozen.</summary>
public sealed class EntityNames : IEntityNameFormatter
{
    private const string ContractsNamespace = "JoorBus.Contracts.";

    public string FormatEntityName<T>() => Of(typeof(T));

    /// <summary>The exchange of a message type.</summary>
    public static string Of(Type type)
    {
        if (type.Namespace is { } space && space.StartsWith(ContractsNamespace, StringComparison.Ordinal))
        {
            return $"joorbus.{Kebab(space[ContractsNamespace.Length..])}.{Kebab(type.Name)}";
        }

        return type.IsGenericType
            ? $"joorbus.internal.{Kebab(type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)])}-{string.Join('-', type.GetGenericArguments().Select(argument => Kebab(argument.Name)))}"
            : $"joorbus.internal.{Kebab(type.Name)}";
    }

    private static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '.')
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
