using JoorBus.Benchmarks.Contending;
using JoorBus.Simulators.Servers;

namespace JoorBus.Benchmarks.Measuring;

/// <summary>CPU seconds of the client, of PostgreSQL (postmaster and every backend, ended ones too) and of the broker.</summary>
public sealed record CpuSeconds(double Client, double Postgres, double Broker)
{
    public double Sum => Client + Postgres + Broker;

    public static CpuSeconds Read(int clientProcessId, BenchServers servers) => new(
        ProcessorTime.OfTree(clientProcessId).TotalSeconds,
        ProcessorTime.OfTree(servers.PostgresProcessId).TotalSeconds,
        ProcessorTime.OfTree(servers.BrokerProcessId).TotalSeconds);

    public CpuSeconds Since(CpuSeconds before) => new(Client - before.Client, Postgres - before.Postgres, Broker - before.Broker);
}
