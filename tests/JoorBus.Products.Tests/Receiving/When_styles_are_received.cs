using JoorBus.Contracts.Products;
using JoorBus.Messaging.Failing;
using JoorBus.Products.Receiving;
using JoorBus.Products.Tests.Pushing;

namespace JoorBus.Products.Tests.Receiving;

public sealed class When_styles_are_received
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly int[] Disorder = [3, 9, 5];

    [Fact]
    public async Task Should_keep_the_newest_whatever_the_order()
    {
        await using var host = await ProductHost.StartAsync("v2 JSON");
        await host.WriteAsync(unit =>
        {
            foreach (var sequence in Disorder)
                unit.Write(ReceivedProduct.Store, Read(new ProductChanged { Sequence = sequence, Product = Styles.Dress(name: $"Name {sequence}") }));
        });
        await host.WriteAsync(unit => unit.Write(ReceivedProduct.Store, Read(new ProductChanged { Sequence = 7, Product = Styles.Dress(name: "Name 7") })));

        (await host.ScalarAsync<long>("select version from products")).ShouldBe(9);
        (await host.ScalarAsync<string>("select content from products")).ShouldContain("Name 9");
    }

    [Fact]
    public async Task Should_make_no_work_of_equal_values()
    {
        await using var host = await ProductHost.StartAsync("v2 JSON");
        await host.ChangeAsync(Styles.Dress());
        var before = await host.ScalarAsync<string>("select changed_xid::text from products");

        await host.ChangeAsync(Styles.Dress());

        (await host.ScalarAsync<string>("select changed_xid::text from products")).ShouldBe(before);
        (await host.ScalarAsync<long>("select version from products")).ShouldBe(2);
    }

    [Fact]
    public async Task Should_make_work_of_a_removal_and_of_what_lifts_it()
    {
        await using var host = await ProductHost.StartAsync("v2 JSON");
        await host.ChangeAsync(Styles.Dress());
        var first = await host.ScalarAsync<string>("select changed_xid::text from products");
        await host.RemoveAsync("D-100", size: "M");
        var second = await host.ScalarAsync<string>("select changed_xid::text from products");
        second.ShouldNotBe(first);

        await host.ChangeAsync(Styles.Dress());

        (await host.ScalarAsync<string>("select changed_xid::text from products")).ShouldNotBe(second);
    }

    [Fact]
    public void Should_refuse_what_cannot_be_kept_with_a_sentence()
    {
        Refused(new ProductChanged { Sequence = 1, Product = Styles.Dress(number: " ") }).ShouldBe("styleNumber is missing or empty");
        Refused(new ProductChanged { Sequence = 1, Product = Styles.Dress(number: new string('x', 46)) }).ShouldContain("46 characters");
        Refused(new ProductChanged { Product = Styles.Dress() }).ShouldContain("neither sequence nor changedAt");
        Refused(new ProductChanged { Sequence = -1, Product = Styles.Dress() }).ShouldContain("counts from 0");
        Refused(new ProductChanged { ChangedAt = Now.AddDays(3), Product = Styles.Dress() }).ShouldContain("a day from now");
        Refused(new ProductChanged { Sequence = 1, Connection = "Nowhere", Product = Styles.Dress() }).ShouldBe("connection 'Nowhere' is not known");
        Refused(new ProductChanged { Sequence = 1, Product = Styles.Dress() with { Sizes = [null!] } }).ShouldBe("sizes[0] is missing or empty");
        Should.Throw<RefusedMessageException>(() => ProductReading.Read(new ProductRemoved { StyleNumber = "D", ColorCode = "1", Size = "M", Sequence = 1 }, _ => null, Now))
            .Message.ShouldContain("together");
    }

    private static ReceivedProduct Read(ProductChanged message) => ProductReading.Read(message, _ => null, Now);

    private static string Refused(ProductChanged message) => Should.Throw<RefusedMessageException>(() => Read(message)).Message;
}
