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
