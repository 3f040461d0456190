using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace JoorBus.Hosting;

/// <summary>Structured logs by Serilog: lines for people on a terminal, JSON with <c>--log json</c>.</summary>
internal static class HostLogging
{
    private const string Template = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static Action<ILoggingBuilder> Console(bool json, LogEventLevel minimum)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(minimum)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning)
            // MassTransit logs a stack trace for every message that fails or is sent again; ours say it in one sentence.
            .Filter.ByExcluding(entry => entry.MessageTemplate.Text.StartsWith("R-FAULT", StringComparison.Ordinal) || entry.MessageTemplate.Text.StartsWith("S-FAULT", StringComparison.Ordinal))
            .Enrich.FromLogContext();
        configuration = json
            ? configuration.WriteTo.Console(new JsonFormatter(renderMessage: true), standardErrorFromLevel: LogEventLevel.Verbose)
            : configuration.WriteTo.Console(outputTemplate: Template, standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        return logging => logging.AddSerilog(configuration.CreateLogger(), dispose: true);
    }
}
