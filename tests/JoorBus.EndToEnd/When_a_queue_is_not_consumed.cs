using JoorBus.EndToEnd.World;
using JoorBus.Hosting;
using JoorBus.TestKit;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JoorBus.EndToEnd;

public sealed class When_a_queue_is_not_consumed
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Should_end_the_host()
    {
        await using var brand = await Brand.OpenAsync();
        var log = new LogLines();
        await using var app = brand.BuildHost(log);
        var clock = new ManualClock();
        using var watch = Watch(brand, app, clock);

        // The bus has not been started: none of its queues is consumed, and the broker is there.
        await watch.StartAsync(CancellationToken.None);
        await Eventually.BecomesTrueAsync(() => HasGivenUpAfter(clock, watch), "the host is given up");

        log.Has("bus.deaf", "for 120 s").ShouldBeTrue();
        await Eventually.BecomesTrueAsync(() => app.Lifetime.ApplicationStopping.IsCancellationRequested, "the host is told to stop");
    }

    [Fact]
    public async Task Should_leave_a_host_alone_that_consumes_all()
    {
        await using var brand = await Brand.OpenAsync();
        await using var app = brand.BuildHost(new LogLines());
        await app.StartAsync();
        var clock = new ManualClock();
        using var watch = Watch(brand, app, clock);

        await watch.StartAsync(CancellationToken.None);
        for (var passed = TimeSpan.Zero; passed < 2 * Deafness.Patience; passed += Look)
            clock.Advance(Look);

        watch.GivenUp.IsCompleted.ShouldBeFalse();
        await app.StopAsync();
    }

    private static BusWatch Watch(Brand brand, WebApplication app, ManualClock clock) =>
        new(brand.Settings, app.Services.GetRequiredService<IBusControl>(), app.Lifetime, clock, app.Services.GetRequiredService<ILogger<BusWatch>>());

    private static bool HasGivenUpAfter(ManualClock clock, BusWatch watch)
    {
        clock.Advance(Look);
        return watch.GivenUp.IsCompleted;
    }
}
