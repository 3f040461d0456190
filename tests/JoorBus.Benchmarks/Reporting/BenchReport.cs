using System.Text.Json;
using System.Text.Json.Serialization;
using JoorBus.Benchmarks.Measuring;

namespace JoorBus.Benchmarks.Reporting;

/// <summary>The comparison as JSON.</summary>
public sealed record BenchReport(int Cores, string QueueType, int OrdersPerRun, IReadOnlyList<ContenderReport> Contenders)
{
    public static string Json(ComparisonResult result) => JsonSerializer.Serialize(
        new BenchReport(
            Environment.ProcessorCount, result.Plan.QueueType, result.Plan.Orders,
            [.. result.Contenders.Select(one => ContenderReport.Of(one, result.Contenders))]),
        BenchJson.Default.BenchReport);
}

/// <summary>One contender; CPU in seconds per 1,000 orders, delays in milliseconds, ratios by the other contender's name.</summary>
public sealed record ContenderReport(
    string Name, Spread OrdersPerSecond, Spread CpuClient, Spread CpuPostgres, Spread CpuBroker, Spread CpuSum,
    IReadOnlyDictionary<string, Spread> RatioTo, IReadOnlyList<RunReport> Runs, IReadOnlyList<DelayReport> Delays)
{
    public static ContenderReport Of(ContenderResult one, IReadOnlyList<ContenderResult> all) => new(
        one.Name, one.OrdersPerSecond, one.Cpu(cpu => cpu.Client), one.Cpu(cpu => cpu.Postgres), one.Cpu(cpu => cpu.Broker), one.Cpu(cpu => cpu.Sum),
        all.Where(other => other != one).ToDictionary(other => other.Name, one.RatioTo),
        [.. one.Runs.Select(run => new RunReport(run.OrdersPerSecond, run.CpuPerThousand, run.SequentialRows))],
        [.. one.Paced.Select(paced => new DelayReport(
            paced.Key, paced.Value.Delay(0.5).TotalMilliseconds, paced.Value.Delay(0.99).TotalMilliseconds, paced.Value.Delay(1).TotalMilliseconds))]);
}

/// <summary>One run as it was measured, in the order of the rounds.</summary>
public sealed record RunReport(double OrdersPerSecond, CpuSeconds CpuPerThousand, long SequentialRows);

/// <summary>Delays at one fixed rate.</summary>
public sealed record DelayReport(int OrdersPerSecond, double P50, double P99, double Max);

/// <summary>Source-generated JSON of the report.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(BenchReport))]
public sealed partial class BenchJson : JsonSerializerContext;
