# syntax=docker/dockerfile:1
# One image for every role, for the stand-ins and for the demo: the verb decides. Build with: docker compose build
ARG DOTNET=10.0

# Only what decides which packages there are, so that a change of code does not fetch them again.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:${DOTNET}-alpine AS projects
WORKDIR /source
COPY . .
RUN find . -type f ! -name '*.csproj' ! -name '*.props' ! -name '*.targets' ! -name global.json ! -path './eng/*' -delete \
    && find . -type d -empty -delete

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:${DOTNET}-alpine AS build
# true: documents through Marten, as everywhere that has the public registry; false: the Npgsql adapter; auto: asks the registry.
ARG USE_MARTEN=true
# Nothing is tested here, so nobody need be asked for what tests would use.
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 UseTestcontainers=false
WORKDIR /source
COPY --from=projects /source ./
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore src/JoorBus/JoorBus.csproj -p:UseMarten=${USE_MARTEN}
COPY . .
# Not --no-restore: the packages' cache may be emptied while the layer above is kept.
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/JoorBus/JoorBus.csproj -c Release -p:UseMarten=${USE_MARTEN} -p:UseAppHost=false -o /app

FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}-alpine AS final
# openssl makes the secrets of a laptop's installation, see eng/compose/setup.
RUN apk add --no-cache openssl \
    && mkdir -p /var/lib/joorbus/secrets /var/lib/joorbus/memory \
    && chown -R $APP_UID:$APP_UID /var/lib/joorbus \
    && printf '#!/bin/sh\nexec dotnet /app/JoorBus.dll "$@"\n' >/usr/local/bin/joorbus \
    && chmod 0755 /usr/local/bin/joorbus
COPY --from=build /app /app
# The collector's nursery as in the launcher; no diagnostics pipe, since the file system is read-only.
ENV DOTNET_GCgen0size=0x3000000 DOTNET_EnableDiagnostics=0
USER $APP_UID
WORKDIR /app
EXPOSE 5870
ENTRYPOINT ["joorbus"]
CMD ["run"]
