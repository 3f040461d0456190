using JoorBus.Contracts;
using MassTransit;

namespace JoorBus.Messaging.Reading;

/// <summary>Finds the message type that an outsider means.</summary>
internal static class MessageCatalogue
{
    private static readonly Dictionary<string, Type> ByName = Build();

    public static Type? Find(string? name) => name is not null && ByName.TryGetValue(name, out var type) ? type : null;

    public static string Urn(Type type) => MessageUrn.ForTypeString(type);

    private static Dictionary<string, Type> Build()
    {
        var names = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in MessageTypes.All)
        {
            names[EntityNames.Of(type)] = type;
            names[MessageUrn.ForTypeString(type)] = type;
            names[type.Name] = type;
        }

        return names;
    }
}
