using JoorBus.Architecture.Reading;

namespace JoorBus.Architecture.Rules;

/// <summary>A consumer's queue, limits and retries are written down in its definition, never left to defaults.</summary>
public static class ConsumerDefinitions
{
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> sources)
    {
        var types = DeclaredType.In(sources).ToList();
        return from consumer in types
               where consumer.Kind == "class" && consumer.IsWrittenAs("IConsumer")
               where !types.Exists(type => type.Name == consumer.Name + "Definition")
               select $"{consumer.Path} declares {consumer.Name} without {consumer.Name}Definition.";
    }
}
