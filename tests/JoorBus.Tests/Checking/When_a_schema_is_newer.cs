using JoorBus.Persistence.Schema;

namespace JoorBus.Tests.Checking;

public sealed class When_a_schema_is_newer
{
    private static readonly Migration[] Known = [new("orders", 1, ""), new("orders", 2, ""), new("products", 1, "")];

    [Fact]
    public void Should_name_the_module_and_both_versions() =>
        UnfitDatabaseException.Beyond(Known, [("orders", 1), ("orders", 2), ("orders", 3), ("products", 1)])
            !.Message.ShouldBe("The database belongs to a newer version of JoorBus: orders 3 (this version knows 2)");

    [Fact]
    public void Should_not_mind_an_older_or_equal_one() => UnfitDatabaseException.Beyond(Known, [("orders", 1), ("products", 1)]).ShouldBeNull();

    [Fact]
    public void Should_not_mind_modules_it_does_not_have() => UnfitDatabaseException.Beyond(Known, [("recovery", 4)]).ShouldBeNull();
}
