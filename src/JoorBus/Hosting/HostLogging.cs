using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace JoorBus.Hosting;

/// <summary>Structured logs by Serilog: lines for people on a terminal, JSON with <c>--log json</c>.</summary>
internal static class HostLogging
{
    private const string BusTemplate = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}";
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
            // Whoever ran the host says why it did not start.
            .Filter.ByExcluding(entry => entry.MessageTemplate.Text.StartsWith("Hosting failed to start", StringComparison.Ordinal) || IsOfAnEndingStart(entry))
            .Enrich.FromLogContext();
        configuration = json
            ? configuration.WriteTo.Console(new JsonFormatter(renderMessage: true), standardErrorFromLevel: LogEventLevel.Verbose)
            : configuration
                // The broker's absence is one line; where in the client it was noticed helps nobody.
                .WriteTo.Logger(bus => Lines(bus.Filter.ByIncludingOnly(IsOfTheBus), BusTemplate))
                .WriteTo.Logger(others => Lines(others.Filter.ByExcluding(IsOfTheBus), Template));
        return logging => logging.AddSerilog(configuration.CreateLogger(), dispose: true);
    }

    // Workers that were just started and are cancelled because another part could not start.
    private static bool IsOfAnEndingStart(LogEvent entry) =>
        entry.Exception is OperationCanceledException
        && entry.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: "Microsoft.Extensions.Hosting.Internal.Host" };

    private static bool IsOfTheBus(LogEvent entry) =>
        entry.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: string name } && name.StartsWith("MassTransit", StringComparison.Ordinal);

    private static void Lines(LoggerConfiguration logger, string template) =>
        logger.WriteTo.Console(outputTemplate: template, standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
}
