using System.Globalization;

namespace SalesRules.Benchmarks;

/// <summary>`evaluate` as a whole process on files of different sizes: rows per second, and memory that must not grow with rows.</summary>
internal static class EvaluateMeasurement
{
    public static async Task<int> RunAsync(IReadOnlyList<int> sizes)
    {
        Console.WriteLine("| rows | format | seconds | rows/s | peak memory MB |");
        Console.WriteLine("|---:|---|---:|---:|---:|");
        foreach (var rows in sizes)
        {
            await MeasureAsync(rows, "jsonl", SampleRows.Json, headings: null);
            await MeasureAsync(rows, "csv", SampleRows.Csv, SampleRows.CsvHeadings);
        }

        return 0;
    }

    private static async Task MeasureAsync(int rows, string format, Func<int, string> row, string? headings)
    {
        var input = Path.Combine(Path.GetTempPath(), $"salesrules-{Guid.NewGuid():N}.{format}");
        var output = input + ".out";
        try
        {
            await File.WriteAllLinesAsync(input, (headings is null ? [] : new[] { headings }).Concat(Enumerable.Range(0, rows).Select(row)));
            var run = await MeasuredProcess.RunAsync(["evaluate", "--input", input, "--output", output, "--as-of", "2026-03-02"]);
            if (run.ExitCode != 0)
                throw new InvalidOperationException($"evaluate ended with {run.ExitCode}: {run.Error}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {rows:N0} | {format} | {run.Elapsed.TotalSeconds:0.00} | {rows / run.Elapsed.TotalSeconds:N0} | {run.PeakBytes / 1_048_576.0:0} |"));
        }
        finally
        {
            File.Delete(input);
            File.Delete(output);
        }
    }
}
