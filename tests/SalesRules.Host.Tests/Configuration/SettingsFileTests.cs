using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;

namespace SalesRules.Host.Tests.Configuration;

internal sealed class SettingsFileTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("""{"Schedules":{"x":{"Cron":"1","TimeZone":"UTC"}},"Journal":{"LeaseSeconds":60}}""", """{"Schedules":{"x":{"Cron":"new","TimeZone":"UTC"}},"Journal":{"LeaseSeconds":60}}""", TestName = "A nested value is changed and the rest stays")]
    [TestCase("""{"schedules":{"X":{"cron":"1"}}}""", """{"schedules":{"X":{"cron":"new"}}}""", TestName = "Keys are the same whatever their case")]
    [TestCase("""{"Schedules:x:Cron":"1"}""", """{"Schedules:x:Cron":"new"}""", TestName = "A flat key is changed where it is")]
    [TestCase("""{"Schedules:x":{"TimeZone":"UTC"}}""", """{"Schedules:x":{"TimeZone":"UTC","Cron":"new"}}""", TestName = "A half flat key gets its further part")]
    [TestCase("""{"Schedules":{"y":{"Cron":"1"}}}""", """{"Schedules":{"y":{"Cron":"1"},"x":{"Cron":"new"}}}""", TestName = "What is new is added beside the others")]
    [TestCase("{}", """{"Schedules":{"x":{"Cron":"new"}}}""", TestName = "An empty file gets all of it")]
    [TestCase("""{"Schedules:x:Crontab":"1"}""", """{"Schedules:x:Crontab":"1","Schedules":{"x":{"Cron":"new"}}}""", TestName = "A longer key is another")]
    public void Setting_a_value(string before, string after)
    {
        var file = SettingsFile.Read(new FileInfo(folder.Write("settings.json", before)));
        file.Set("Schedules:x:Cron", "new");
        file.Write();

        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(folder.File("settings.json"))), JsonNode.Parse(after)), Is.True, File.ReadAllText(folder.File("settings.json")));
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1), "no draft is left");
    }

    [Test]
    public void A_file_with_comments_is_left_to_its_owner()
    {
        const string text = """{ /* ours */ "Journal": {}, }""";
        var path = folder.Write("settings.json", text);

        Assert.That(() => SettingsFile.Read(new FileInfo(path)), Throws.TypeOf<CommandException>().With.Message.Contains("hold comments or trailing commas"));
        Assert.That(File.ReadAllText(path), Is.EqualTo(text));
    }

    [TestCase("{")]
    [TestCase("[]")]
    public void What_is_no_settings_file_is_told(string text) => Assert.That(
        () => SettingsFile.Read(new FileInfo(folder.Write("settings.json", text))), Throws.TypeOf<CommandException>().With.Message.Contains("cannot be read: "));

    [Test]
    [Platform(Exclude = "Win", Reason = "Links and modes are those of Unix.")]
    [UnsupportedOSPlatform("windows")]
    public void A_link_stays_a_link_and_the_file_keeps_its_mode()
    {
        var path = folder.Write("real.json", "{}");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(folder.File("link.json"), path);

        var file = SettingsFile.Read(new FileInfo(folder.File("link.json")));
        file.Set("Schedules:x:Cron", "new");
        file.Write();

        Assert.That(new FileInfo(folder.File("link.json")).LinkTarget, Is.EqualTo(path));
        Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.That(json.RootElement.GetProperty("Schedules").GetProperty("x").GetProperty("Cron").GetString(), Is.EqualTo("new"));
    }
}
