namespace JoorBus.Persistence.Tests;

public sealed class When_an_id_is_derived_from_a_name
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    // RFC 9562, appendix A.4.
    [Fact]
    public void Should_be_the_one_of_the_standard() =>
        NameBasedGuid.Create(Dns, "www.example.com").ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));

    [Fact]
    public void Should_be_of_version_5_and_differ_by_name_and_scope()
    {
        var id = NameBasedGuid.Create(Dns, "a");

        id.Version.ShouldBe(5);
        NameBasedGuid.Create(Dns, "a").ShouldBe(id);
        NameBasedGuid.Create(Dns, "b").ShouldNotBe(id);
        NameBasedGuid.Create(id, "a").ShouldNotBe(id);
    }

    [Fact]
    public void Should_take_long_and_foreign_names() =>
        Enumerable.Range(0, 500).Select(length => NameBasedGuid.Create(Dns, new string('ü', length))).Distinct().Count().ShouldBe(500);
}
