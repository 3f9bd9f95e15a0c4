using Matchmaker.Contracts;
using Matchmaker.Grains.Storage;
using Matchmaker.Silo;
using Matchmaker.Silo.Clustering;
using Matchmaker.Silo.Commands;
using Matchmaker.Silo.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

try
{
    if (args is ["verify-log", ..])
        return await VerifyLog.Run(Host.CreateApplicationBuilder(args[1..]).Configuration);
    if (args is ["backup", ..])
        return await BackupCommands.Backup(Host.CreateApplicationBuilder(args).Configuration[Database.Setting], args);
    if (args is ["restore", ..])
        return await BackupCommands.Restore(Host.CreateApplicationBuilder(args).Configuration[Database.Setting], args);
    if (args is ["import", ..])
        return await Import.Run(Host.CreateApplicationBuilder(args), args);
    var builder = WebApplication.CreateSlimBuilder(args);
    await builder.AddMatchmakerSilo();
    builder.ListenForHealth(ClusterSettings.OfSilo(builder.Configuration));
    var silo = builder.Build();
    silo.MapHealth();
    await silo.RunAsync();
    return 0;
}
catch (SettingException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
