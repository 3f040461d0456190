using JoorBus.Connections.Sharing;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Connections;

/// <summary>Registration of what connections share.</summary>
public static class ConnectionsModule
{
    /// <summary>Credits counted in the database, for all running copies together.</summary>
    public static IServiceCollection AddSharedLimits(this IServiceCollection services)
    {
        services.AddMigrations(
        [
            new Migration("connections", 1,
                """
                create table if not exists joor_credits (
                    account text not null, at timestamptz not null, credits integer not null, primary key (account, at));
                create table if not exists joor_credit_blocks (account text primary key, until timestamptz not null);
                """),
        ]);
        services.AddSingleton<IJoorCredits, SharedJoorCredits>();
        return services;
    }
}
