using SalesRules.Host.Commands;

namespace SalesRules.Host.Tests.Commands;

public class EvaluateCommandTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("salesrules-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Writes_one_line_a_row_to_a_new_file()
    {
        var input = Write("in.jsonl", "{\"Id\":\"006000000000001\"}\n{\"Id\":\"006000000000002\"}\n");
        var output = Path.Combine(folder, "out.jsonl");

        Assert.That(await EvaluateAsync(input, output), Is.EqualTo(ExitCode.Done));
        Assert.That(await File.ReadAllLinesAsync(output), Has.Length.EqualTo(2).And.All.Contains("\"asOf\":\"2026-03-02\""));
    }

    [TestCase("in.jsonl", "utf-16")]
    [TestCase("in.jsonl", "utf-16BE")]
    [TestCase("rows", "utf-16", TestName = "A file without an ending in UTF-16 is told by its content")]
    public async Task A_file_in_UTF_16_is_read(string name, string encoding)
    {
        var input = Path.Combine(folder, name);
        await File.WriteAllTextAsync(input, "{\"Id\":\"006000000000001\"}\n{\"Id\":\"006000000000002\"}\n", System.Text.Encoding.GetEncoding(encoding));
        var output = Path.Combine(folder, "out.jsonl");

        Assert.That(await EvaluateAsync(input, output), Is.EqualTo(ExitCode.Done));
        Assert.That(await File.ReadAllLinesAsync(output), Has.Length.EqualTo(2).And.All.Contains("\"asOf\""));
    }

    [Test]
    public async Task A_broken_row_is_partial()
    {
        var input = Write("in.csv", "Id,Amount\n006000000000001,1\n006000000000002,one\n");
        var output = Path.Combine(folder, "out.jsonl");

        Assert.That(await EvaluateAsync(input, output), Is.EqualTo(ExitCode.Partial));
        Assert.That((await File.ReadAllLinesAsync(output))[1], Does.StartWith("{\"line\":3,\"error\":\"Amount: "));
    }

    [Test]
    public async Task A_report_with_local_dates_and_numbers_is_read_with_its_options()
    {
        var input = Write("report.csv", "Opportunity ID;Close Date;Amount;Created Date;Fiscal Period\n006000000000001;31.03.2026;1.234,50;01.02.2026 14:05;Q1-2026\n");
        var output = Path.Combine(folder, "out.jsonl");

        var plain = await CommandRun.OfAsync("evaluate", "--input", input, "--output", output, "--as-of", "2026-03-02");
        var local = await CommandRun.OfAsync("evaluate", "--input", input, "--output", output, "--as-of", "2026-03-02", "--dates", "dmy", "--decimal", "comma");

        Assert.That((plain.ExitCode, local.ExitCode), Is.EqualTo((ExitCode.Partial, ExitCode.Done)));
        Assert.That(plain.Errors, Does.Contain("Column Close Date: 1 cell could not be read, first on line 2").And.Contain("--decimal comma").And.Not.Contain("1.234,50"));
        Assert.That(local.Errors, Does.Contain("left out: Fiscal Period"));
    }

    [Test]
    public async Task An_order_of_dates_that_does_not_exist_is_wrong_input()
    {
        var run = await CommandRun.OfAsync("evaluate", "--input", Write("in.csv", "Id\n"), "--dates", "ymd");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain("ymd").And.Contain("mdy"));
    }

    [Test]
    public async Task The_input_is_never_its_own_output()
    {
        var input = Write("in.jsonl", "{\"Id\":\"006000000000001\"}\n");
        var link = Path.Combine(folder, "link.jsonl");
        File.CreateSymbolicLink(link, input);

        Assert.That(await EvaluateAsync(input, input), Is.EqualTo(ExitCode.WrongInput));
        Assert.That(await EvaluateAsync(input, link), Is.EqualTo(ExitCode.WrongInput));
        Assert.That(await File.ReadAllTextAsync(input), Is.EqualTo("{\"Id\":\"006000000000001\"}\n"));
    }

    [Test]
    public async Task A_missing_input_is_wrong_input()
    {
        Assert.That(await EvaluateAsync(Path.Combine(folder, "none.csv"), Path.Combine(folder, "out.jsonl")), Is.EqualTo(ExitCode.WrongInput));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Task<int> EvaluateAsync(string input, string output) =>
        CommandLine.RunAsync(["evaluate", "--input", input, "--output", output, "--as-of", "2026-03-02"], TimeProvider.System);
}
