using JoorBus.EndToEnd.World;

namespace JoorBus.EndToEnd.BadInput;

/// <summary>A brand with one host that several tests share.</summary>
public sealed class OpenBrand : IAsyncLifetime
{
    public Brand Brand { get; private set; } = null!;

    public RunningHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => (Brand, Host) = await Brand.StartAsync(joor: new() { CreditsPerWindow = int.MaxValue });

    public async Task DisposeAsync() => await Brand.DisposeAsync();
}
