using Matchmaker.Grains;
using Matchmaker.Silo;
using Matchmaker.Silo.Commands;
using Microsoft.Extensions.Hosting;

try
{
    var builder = Host.CreateApplicationBuilder(args);
    if (args is ["verify-log", ..])
        return await VerifyLog.Run(builder.Configuration[Database.Setting]);
    if (args is ["import", ..])
        return await Import.Run(builder, args);
    await builder.AddMatchmakerSilo();
    await builder.Build().RunAsync();
    return 0;
}
catch (SettingException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
