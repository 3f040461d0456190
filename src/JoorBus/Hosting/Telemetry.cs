using JoorBus.Configuring;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace JoorBus.Hosting;

/// <summary>Sends traces and metrics by OTLP where <see cref="HostSettings.Otlp"/> says whereto. Protocol, headers, sampling and names are the usual OTEL_ variables'.</summary>
internal sealed class Telemetry(HostSettings settings, HostRoles roles) : IHostedService, IDisposable
{
    // Npgsql's own spans are left out: every look at the database would be a trace.
    private static readonly string[] Sources = ["MassTransit", "System.Net.Http", "Microsoft.AspNetCore"];
    private static readonly string[] Meters = ["MassTransit", "Npgsql", "System.Net.Http", "Microsoft.AspNetCore.Hosting", "System.Runtime"];
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Otlp is not { } address)
            return Task.CompletedTask;
        var variables = new ConfigurationBuilder()
            .AddEnvironmentVariables("OTEL_")
            .Build()
            .AsEnumerable()
            .Select(pair => KeyValuePair.Create($"OTEL_{pair.Key}", pair.Value))
            .Append(new("OTEL_EXPORTER_OTLP_ENDPOINT", address.AbsoluteUri));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(variables).Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton<IConfiguration>(configuration))
            .ConfigureResource(Describe)
            .AddSource(Sources)
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton<IConfiguration>(configuration))
            .ConfigureResource(Describe)
            .AddMeter(Meters)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What has been gathered is sent on the way.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Describe(ResourceBuilder resource)
    {
        resource.AddService("joorbus", serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}");
        resource.AddAttributes([new("joorbus.roles", roles.ToString())]);
        // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come last and win.
        resource.AddEnvironmentVariableDetector();
    }
}
