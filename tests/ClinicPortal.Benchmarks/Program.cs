using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using ClinicPortal.Benchmarks;

switch (args)
{
    case ["staff-pages", .. var only]:
        await StaffPages.MeasureAsync(only);
        return 0;
    case ["measure-pages", var address, .. var paths]:
        return await PageMeasures.PrintAsync(address, paths);
    case ["load", var portal, var seconds]:
        await new LoadTable(portal, int.Parse(seconds, CultureInfo.InvariantCulture)).PrintAsync();
        return 0;
    case ["limits", .. var pages]:
        await Limits.ServeAsync([.. pages.TakeWhile(page => page != "--urls")], [.. pages.SkipWhile(page => page != "--urls")]);
        return 0;
    case ["first-release", var file]:
        return await Pins.WriteFirstReleaseAsync(file);
    case ["entry-formats", var file]:
        return await Pins.AddEntryFormatsAsync(file);
}

var config = ManualConfig.Create(DefaultConfig.Instance).AddDiagnoser(MemoryDiagnoser.Default);

// Short unless the command line says otherwise: enough to see a change of a fifth, in minutes.
BenchmarkSwitcher.FromAssembly(typeof(ComparisonBenchmarks).Assembly)
    .Run(args, args.Contains("--job") ? config : config.AddJob(Job.ShortRun));
return 0;
