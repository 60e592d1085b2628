using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using ClinicPortal.Benchmarks;

if (args is ["staff-pages"])
{
    await StaffPages.MeasureAsync();
    return;
}

var config = ManualConfig.Create(DefaultConfig.Instance).AddDiagnoser(MemoryDiagnoser.Default);

// Short unless the command line says otherwise: enough to see a change of a fifth, in minutes.
BenchmarkSwitcher.FromAssembly(typeof(ComparisonBenchmarks).Assembly).Run(args, args.Contains("--job") ? config : config.AddJob(Job.ShortRun));
