using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JoorBus.Simulators.Joor;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

/// <summary>Everything v2's stand-in can say, read from JSON, from XML, and sent in one while asking for the other.</summary>
public sealed class When_the_simulator_speaks_both_formats
{
    private static readonly JsonSerializerOptions Shown = new() { WriteIndented = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    [Theory]
    [InlineData(JoorFormat.Xml, JoorFormat.Xml)]
    [InlineData(JoorFormat.Json, JoorFormat.Xml)]
    [InlineData(JoorFormat.Xml, JoorFormat.Json)]
    public async Task Should_be_understood_alike(JoorFormat format, JoorFormat answers)
    {
        var json = await StoryAsync(JoorFormat.Json, JoorFormat.Json);

        var other = await StoryAsync(format, answers);

        for (var step = 0; step < json.Count; step++)
            other[step].ShouldBe(json[step], $"step {step + 1}");
        json.Count(step => step.StartsWith("accepted", StringComparison.Ordinal)).ShouldBeGreaterThan(12);
    }

    private static async Task<List<string>> StoryAsync(JoorFormat format, JoorFormat answers)
    {
        await using var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions
        {
            Seed = 5,
            IsThrottling = false,
            Accounts = [new JoorSimulatorAccount { AccountId = "1001", Tokens = [Gateway.Token], Warehouses = ["East & West"], Catalog = new JoorCatalogSeed { Styles = 2, Colors = 2, Sizes = 2 } }],
        }, new ManualClock());
        joor.Orders.AddApproved(7);
        await using var gateway = new Gateway(joor.BaseUrl.AbsoluteUri, connection => (connection.Format, connection.AnswerFormat) = (format, answers));
        var v2 = gateway.Client.V2;
        var told = new List<string>();

        void Tell<T>(JoorAnswer<T> answer) => told.Add(answer switch
        {
            JoorAnswer<T>.Accepted accepted => $"accepted {JsonSerializer.Serialize(accepted.Value, Shown)}",
            _ => $"{answer.GetType().Name} {answer.Explain()[(answer.Explain().IndexOf(": ", StringComparison.Ordinal) + 2)..]}",
        });

        void TellPage<T>(JoorAnswer<JoorPage<T>> answer)
        {
            var page = answer.ShouldBeOfType<JoorAnswer<JoorPage<T>>.Accepted>().Value;
            page.Items.ShouldAllBe(item => item is JoorReading<T>.Readable);
            told.Add($"accepted {page.Next} {page.Total} {JsonSerializer.Serialize(page.Readable(), Shown)}");
        }

        TellPage(await v2.Categories.ReadAsync(default));
        var styles = await v2.Styles.ReadPageAsync(new JoorStyleQuery(), default);
        TellPage(styles);
        var style = ((JoorAnswer<JoorPage<JoorStyle>>.Accepted)styles).Value.Readable().First();
        var key = JoorStyleKey.ByNumber(style.Number!, style.Identifier!);
        Tell(await v2.Styles.GetAsync(JoorStyleKey.ById(style.StyleId!), default));
        Tell(await v2.Inventory.SetAsync([Samples.Stock(style.Upcs[0].Upc!, 5), Samples.Stock("999", 1), Samples.Stock(style.Upcs[1].Upc!, 7) with { Warehouse = "East & West" }], new JoorStockOptions(), default));
        Tell(await v2.Inventory.SetOneAsync(Samples.Stock(style.Upcs[0].Upc!, 9) with { StyleNumber = style.Number, StyleIdentifier = style.Identifier }, new JoorStockOptions(), default));
        Tell(await v2.Styles.CreateAsync(new JoorStyle { Name = "Tee <new> & \"old\"", Number = "N-1", Identifier = "N1", Colors = [new() { Name = "Red", Code = "042" }], Sizes = [new() { Name = "M", Code = "M" }] }, default));
        Tell(await v2.Styles.CreateAsync(new JoorStyle { Name = "Again", Number = "N-1", Identifier = "N1" }, default));
        Tell(await v2.Styles.UpdateAsync(key, style with { Name = "Renamed\r\nin two lines", Images = [], Prices = [] }, default));
        Tell(await v2.Styles.GetAsync(key, default));
        Tell(await v2.Images.AddAsync(new JoorImageTarget { StyleNumber = style.Number!, StyleIdentifier = style.Identifier!, FileName = "a.jpg", DisplayOrder = 1 }, new byte[] { 0xFF, 0xD8, 0xFF, 0 }, default));
        Tell(await v2.Styles.DeleteColorAsync(key, style.Colors[0].Code!, default));
        Tell(await v2.Styles.DeleteSizeAsync(key, "no such size", default));
        Tell(await v2.Styles.DeleteAsync(JoorStyleKey.ByNumber("N-1", "N1"), default));
        Tell(await v2.Styles.GetAsync(JoorStyleKey.ById("1"), default));
        Tell(await v2.BulkStyles.StartCreateAsync([new JoorStyle { Name = "Bulk", Number = "B-1", Identifier = "B1" }], default));
        Tell(await v2.BulkStyles.ReadJobAsync("1", default));
        TellPage(await v2.Customers.ReadPageAsync(0, 3, default));
        var customers = (JoorAnswer<JoorPage<JoorCustomerAccount>>.Accepted)await v2.Customers.ReadPageAsync(0, 3, default);
        var customer = customers.Value.Readable().First();
        Tell(await v2.Customers.UpdateAsync(JoorCustomerKey.ById(customer.AccountId!), customer with { Alias = "Ünder <one> & other" }, default));
        Tell(await v2.Customers.GetAsync(JoorCustomerKey.ByCode(customer.Code!), default));
        Tell(await v2.Customers.StartCreateAsync([new JoorCustomerAccount { Name = "New", Code = "N" }], default));
        Tell(await v2.Customers.DeleteAsync(JoorCustomerKey.ById(customer.AccountId!), default));
        Tell(await v2.Customers.GetAsync(JoorCustomerKey.ById(customer.AccountId!), default));
        var orders = (JoorAnswer<JoorOrderPage>.Accepted)await ((JoorV2OrderReader)gateway.Reader).ReadPageAsync(new JoorOrderQuery { Filter = JoorOrderFilter.All }, default);
        told.Add("accepted " + string.Join(',', orders.Value.Orders.Select(order => $"{order.GetType().Name} {Convert.ToHexString(order.ContentHash)}")));
        return told;
    }
}
