using Matchmaker.Contracts;
using Matchmaker.Silo;
using Matchmaker.Silo.Sample;
using Matchmaker.Web;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Boards;
using Matchmaker.Web.Buildings;
using Matchmaker.Web.Changes;
using Matchmaker.Web.Dashboard;
using Matchmaker.Web.Demands;
using Matchmaker.Web.Desk;
using Matchmaker.Web.Enquiries;
using Matchmaker.Web.Enterprises;
using Matchmaker.Web.Exports;
using Matchmaker.Web.Figures;
using Matchmaker.Web.Firms;
using Matchmaker.Web.Health;
using Matchmaker.Web.Imports;
using Matchmaker.Web.Introductions;
using Matchmaker.Web.Journal;
using Matchmaker.Web.Live;
using Matchmaker.Web.Mail;
using Matchmaker.Web.Matching;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Opportunities;
using Matchmaker.Web.Pins;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Programmes;
using Matchmaker.Web.Questions;
using Matchmaker.Web.Records;
using Matchmaker.Web.Search;
using Matchmaker.Web.Security;
using Matchmaker.Web.Taxonomies;

try
{
    var (sample, rest) = SampleOption.Take(args);
    var builder = WebApplication.CreateBuilder(rest);
    Listening.Configure(builder);
    builder.KeepSecretsOutOfLog();
    if (sample is not null && FirstAdmin.Trouble(builder.Configuration) is { } trouble)
        throw new SettingException(FirstAdmin.Password, trouble);
    await builder.AddMatchmaker(sample);
    builder.Services.AddSingleton(new SampleRun(IsOn: sample is not null));
    builder.Services.AddSessions();
    builder.Services.AddSingleton<Passwords>();
    builder.Services.AddHostedService<FirstAdmin>();
    KeyRing.Add(builder.Services);
    builder.Services.AddCrossSite();
    builder.Services.AddSingleton<SecurityLog>();
    builder.Services.AddLimits(builder.Configuration);
    builder.Services.AddLive();
    builder.Services.AddPages();
    builder.Services.AddSingleton(new ProgrammeReadings(builder.Configuration));
    builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
    builder.Services.AddApiDocument();

    var app = builder.Build();
    app.UseHeaders();
    app.UseResponseCompression();
    app.UseSecurityLog();
    app.UseProblems();
    app.UseRouting();
    app.UseRouteNames();
    app.UseSessions();
    app.UseCrossSite();
    app.UseRateLimiter();
    app.UseRequestTimeouts();
    app.UseDashboard();
    app.UseAuthorization();
    app.UseRepeats();

    app.MapSignIn();
    app.MapAccounts();
    app.MapBoards();
    app.MapMatch();
    app.MapProgrammes();
    app.MapSearch();
    app.MapBuildings();
    app.MapParties();
    app.MapFirms();
    app.MapQuestions();
    app.MapOpportunities();
    app.MapDemands();
    app.MapIntroductions();
    app.MapConsents();
    app.MapDesk();
    app.MapFigures();
    app.MapPins();
    app.MapJournal();
    app.MapEnquiries();
    app.MapTaxonomies();
    app.MapLetters();
    app.MapChanges();
    app.MapImports();
    app.MapExports();
    app.MapHealth();
    app.MapDashboard();
    app.MapOpenApi("/openapi/v1.json");
    app.MapLive();
    app.MapPages();
    await app.RunAsync();
    return 0;
}
catch (SettingException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
