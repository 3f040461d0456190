using JoorBus.Connections;
using JoorBus.Connections.Sealing;
using JoorBus.Connections.Sharing;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>300 credits in 300 s, 60 of them for orders, 5 for a request of stock: 48 requests.</summary>
public sealed class When_credits_are_shared
{
    private static readonly JoorConnectionOptions Connection = new() { Key = "acme", Name = "acme", Token = "a-token" };
    private static readonly InventorySettings Settings = new() { Id = default, Connection = "acme" };

    [Fact]
    public async Task Should_leave_the_orders_their_part()
    {
        await using var services = await StartAsync();
        (await ReadAsync(services)).ShouldBe(new StockBudget(48, 48, null, TimeSpan.FromSeconds(300)));
        await SpendAsync(services, 200);
        (await ReadAsync(services)).ShouldSatisfyAllConditions(budget => budget.Affordable.ShouldBe(8), budget => budget.RefillsIn.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(301)));
        await SpendAsync(services, 36);
        (await ReadAsync(services)).Affordable.ShouldBe(0);
    }

    [Fact]
    public async Task Should_not_count_what_order_reading_spends_of_its_own_part_twice()
    {
        await using var services = await StartAsync();
        await SpendAsync(services, 60, JoorPriority.OrderReading);
        (await ReadAsync(services)).Affordable.ShouldBe(48);
        await SpendAsync(services, 235, JoorPriority.OrderReading);
        (await ReadAsync(services)).Affordable.ShouldBe(1);
        await SpendAsync(services, 1, JoorPriority.OrderReading);
        (await ReadAsync(services)).Affordable.ShouldBe(0);
    }

    [Theory]
    [InlineData(1, 0, 48)]
    [InlineData(0.5, 0, 24)]
    [InlineData(0.5, 20, 4)]
    [InlineData(0.5, 30, 0)]
    [InlineData(0.05, 0, 2)]
    public async Task Should_keep_to_the_share(decimal share, int spent, int affordable)
    {
        await using var services = await StartAsync();
        (await ReadAsync(services, share, spent: spent)).Affordable.ShouldBe(affordable);
    }

    [Fact]
    public async Task Should_divide_among_those_who_push_through_one_account()
    {
        await using var services = await StartAsync();
        (await ReadAsync(services, sharers: 2)).ShouldSatisfyAllConditions(budget => budget.Affordable.ShouldBe(24), budget => budget.PerWindow.ShouldBe(24));
        await SpendAsync(services, 235);
        (await ReadAsync(services, sharers: 3)).Affordable.ShouldBe(1, "the last request goes to whoever comes first");
        await SpendAsync(services, 5);
        (await ReadAsync(services, sharers: 3)).Affordable.ShouldBe(0);
    }

    [Fact]
    public async Task Should_spend_nothing_while_joor_has_closed_the_account()
    {
        await using var services = await StartAsync();
        await SpendAsync(services, 5, end: new JoorPermitEnd { IsAnswered = true, Exhausted = new JoorExhausted(TimeSpan.FromSeconds(70)) });
        (await ReadAsync(services)).ShouldSatisfyAllConditions(
            budget => budget.Affordable.ShouldBe(0),
            budget => budget.PerWindow.ShouldBe(48),
            budget => budget.RefillsIn.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(71)));
    }

    private static Task<StockBudget> ReadAsync(ServiceProvider services, decimal share = 1, int sharers = 1, int spent = 0) =>
        services.GetRequiredService<IStockCredits>().ReadAsync(Connection, Settings with { CreditShare = share }, sharers, spent, CancellationToken.None);

    private static async Task SpendAsync(ServiceProvider services, int credits, JoorPriority priority = JoorPriority.Stock, JoorPermitEnd? end = null)
    {
        var account = services.GetRequiredService<IStockCredits>().AccountOf(Connection);
        var answer = await services.GetRequiredService<SharedJoorLimits>().EnterAsync(
            new JoorPermitRequest { Connection = "acme", Account = account, Group = "acme", Concurrency = 5, Credits = credits, Priority = priority }, CancellationToken.None);
        await answer.ShouldBeOfType<JoorPermitAnswer.Granted>().Permit.ReleaseAsync(end ?? new JoorPermitEnd { IsAnswered = true });
    }

    private static async Task<ServiceProvider> StartAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var services = new ServiceCollection()
            .AddLogging()
            .AddPersistence(options => options.ConnectionString = database)
            .AddConnections([Connection], new MasterKeyOptions())
            .AddSharedLimits()
            .AddInventory()
            .AddJoor()
            .AddMessaging(new MessagingOptions(), _ => { })
            .BuildServiceProvider();
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        return services;
    }
}
