using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace JoorBus.Contracts.Tests;

public sealed class When_others_compile_against_the_contracts
{
    private static readonly Assembly Contracts = typeof(MessageTypes).Assembly;

    // A line may be added, unless it is "required". None may go.
    [Fact]
    public void Should_offer_them_what_was_approved()
    {
        var text = new StringBuilder();
        foreach (var type in Contracts.GetExportedTypes().Where(type => type != typeof(ContractsJson)).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append($"{type.FullName}\n");
            foreach (var member in MembersOf(type).Order(StringComparer.Ordinal))
                text.Append($"  {member}\n");
        }

        Approved.ShouldBe("public-api.txt", text.ToString());
    }

    [Fact]
    public void Should_bring_no_packages() =>
        Contracts.GetReferencedAssemblies().Select(reference => reference.Name!).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> MembersOf(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name => $"{name} = {(int)Enum.Parse(type, name)}")
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Select(Describe);

    private static string Describe(PropertyInfo property)
    {
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var isNullable = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return $"{required}{NameOf(property.PropertyType)}{(isNullable ? "?" : "")} {property.Name}";
    }

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? inner.Name
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
