# Stage 1 builds with the SDK; stage 2 holds the runtime, the portal and a user without rights.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY src/Directory.Build.props src/
COPY src/ClinicPortal.Core/*.csproj src/ClinicPortal.Core/packages.lock.json src/ClinicPortal.Core/
COPY src/ClinicPortal.Web/*.csproj src/ClinicPortal.Web/*.targets src/ClinicPortal.Web/packages.lock.json src/ClinicPortal.Web/
RUN dotnet restore src/ClinicPortal.Web --locked-mode --use-current-runtime
COPY . .
RUN dotnet publish src/ClinicPortal.Web --configuration Release --use-current-runtime --no-self-contained --no-restore --output /portal

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /portal
COPY --from=build /portal .
RUN mkdir -m 700 /data && chown $APP_UID /data
VOLUME /data
ENV Urls=http://+:8080 Portal__DataDirectory=/data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["dotnet", "ClinicPortal.Web.dll", "health"]
ENTRYPOINT ["dotnet", "ClinicPortal.Web.dll"]
