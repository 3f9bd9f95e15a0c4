using Matchmaker.Contracts;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Clock;
using Matchmaker.Grains.Gates;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Programmes;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Grains.Upgrades.Steps;
using Matchmaker.Grains.Witnesses;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matchmaker.Grains;

/// <summary>Registers everything that grains need.</summary>
public static class GrainServices
{
    /// <summary>Reads every setting of the grains, so that a wrong setting stops the start.</summary>
    /// <exception cref="SettingException">A setting is wrong; the message fits one line.</exception>
    public static void CheckSettings(IConfiguration settings)
    {
        Deadlines.Of(settings, new(HolidayTable.Of(settings)));
        MailSettings.Of(settings);
        OfficeDomains.Of(settings);
        ReadingSettings.Of(settings);
        WitnessSettings.Of(settings);
    }

    /// <param name="database">Started (<see cref="Database.Start"/>); the host disposes it when it stops.</param>
    public static ISiloBuilder AddMatchmakerGrains(this ISiloBuilder silo, Database database)
    {
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddSingleton(_ => database);
        silo.Services.AddSingleton<StoreHealth>();
        silo.Services.AddSingleton(services => HolidayTable.Of(services.GetRequiredService<IConfiguration>()));
        silo.Services.AddSingleton<WorkingDays>();
        silo.Services.AddSingleton(services =>
            Deadlines.Of(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<WorkingDays>())
        );
        silo.Services.AddHostedService<HolidayTableCheck>();
        silo.Services.AddSingleton(services => MailSettings.Of(services.GetRequiredService<IConfiguration>()));
        silo.Services.AddSingleton(services => ReadingSettings.Of(services.GetRequiredService<IConfiguration>()));
        silo.Services.AddSingleton(services => OfficeDomains.Of(services.GetRequiredService<IConfiguration>()));
        silo.Services.AddSingleton<OfficeMailboxes>();
        silo.Services.AddSingleton<Vocabulary>();
        silo.Services.AddSingleton<PublishedGates>();
        silo.Services.AddSingleton<PublishedSteps>();
        silo.Services.AddSingleton<LinkSecret>();
        silo.Services.AddSingleton(services => WitnessSettings.Of(services.GetRequiredService<IConfiguration>()));
        if (database.IsSqlite)
            // Orleans has no provider for SQLite.
            silo.AddReminders().Services.AddSingleton<IReminderTable, ReminderTable>();
        else
            silo.UseAdoNetReminderService(options =>
                (options.Invariant, options.ConnectionString) = (
                    Database.Provider,
                    Database.ForProviders(database.ConnectionString)
                )
            );
        silo.AddIncomingGrainCallFilter<StoreExceptionFilter>();
        return silo;
    }
}
