using System.Globalization;
using SalesRules.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["decisions", ..] => DecisionsBenchmark.Run(),
    ["evaluate", .. var rows] => await EvaluateMeasurement.RunAsync(rows.Length == 0 ? [10_000, 1_000_000] : [.. rows.Select(row => int.Parse(row, CultureInfo.InvariantCulture))]),
    ["run", .. var size] => await RunMeasurement.RunAsync(size.Length == 0 ? 50_000 : int.Parse(size[0], CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/SalesRules.Benchmarks -- decisions | evaluate [ROWS ...] | run [OPPORTUNITIES]");
    return 2;
}
