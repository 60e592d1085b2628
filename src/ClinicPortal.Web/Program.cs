using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddSingleton<CurrentEdition>();
builder.Services.AddScoped(services => services.GetRequiredService<CurrentEdition>().Edition);
builder.Services.AddSingleton<PatientMarkdown>();
builder.Services.AddSingleton<PublicOrigin>();
builder.Services.AddRazorPages();
var app = builder.Build();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
using (var reader = File.OpenText("content/sample-clinic.yaml"))
    app.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(1, DateTimeOffset.UtcNow, ContentFile.Read(reader)));
app.Run();
