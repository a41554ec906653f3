using System.Text;
using SalesRules.Decisions;
using SalesRules.Fuzzing;
using SalesRules.Plans;
using SalesRules.Rules;

namespace SalesRules.Tests.Fuzz;

/// <summary>Whatever stands in a plan file: it is the plan that was reviewed, or it is refused.</summary>
public class PlanFileFuzzTests
{
    private static readonly string[] Words =
        ["\"hash\":\"sha256:\"", "\"records\":[]", "\"org\":null", "\"id\":5", "\"changes\":{}", "\"due\":\"2026-02-30\"", "{\"format\":\"salesrules-plan/1\"}", "\"createdAt\":\"yesterday\""];

    [Test]
    public void A_damaged_plan_is_never_another_plan()
    {
        var file = File();
        var sound = Encoding.UTF8.GetString(PlanFile.Write(PlanFile.Read(file)));
        var mutator = new Mutator(seed: 3, Words);
        for (var input = 0; input < Mutator.Inputs(everyBuild: 3_000); input++)
        {
            var damaged = mutator.Mutate(file);
            if (ReadOrRefuse(damaged) is { } plan)
                Assert.That(Encoding.UTF8.GetString(PlanFile.Write(plan)), Is.EqualTo(sound), Encoding.UTF8.GetString(damaged));
        }
    }

    /// <summary>With the right hash on wrong content: the shape is checked, too.</summary>
    [Test]
    public void A_plan_of_another_shape_is_refused_even_with_the_right_hash()
    {
        var mutator = new Mutator(seed: 4, Words);
        var text = Encoding.UTF8.GetString(File());
        for (var input = 0; input < Mutator.Inputs(everyBuild: 3_000); input++)
            _ = ReadOrRefuse(Encoding.UTF8.GetBytes(Rehashed(mutator.Mutate(text))));
    }

    private static WriteBackPlan? ReadOrRefuse(byte[] bytes)
    {
        try
        {
            return PlanFile.Read(bytes);
        }
        catch (Exception problem) when (problem is FormatException or EditedPlanException)
        {
            return null;
        }
    }

    private static byte[] File()
    {
        var decided = new RecordPlan(new RuleBook(TestPolicy.Default)).Of(
            ADeal.InStage("POV").Scored(2, 1, 2, 1, 1).Forecast("Commit").Opportunity,
            ADeal.InStage("POV").WentThrough("Discovery", "POV").Context,
            KnownTasks.None,
            new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        return PlanFile.Write(new WriteBackPlan
        {
            OrgId = "00Dxx0000001gPLEAY",
            PolicyHash = "sha256:" + new string('a', 64),
            AsOf = ADeal.Today,
            CreatedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
            Records = [decided.Planned],
        });
    }

    /// <summary>The text with the hash that its content has, as somebody would make it who knows how.</summary>
    private static string Rehashed(string text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != System.Text.Json.JsonValueKind.Object)
                return text;
            using var stream = new MemoryStream();
            using (var writer = new System.Text.Json.Utf8JsonWriter((Stream)stream, DecisionJson.WriterOptions))
            {
                writer.WriteStartObject();
                foreach (var property in document.RootElement.EnumerateObject().Where(property => !property.NameEquals("hash")))
                    property.WriteTo(writer);
                writer.WriteEndObject();
            }

            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream.ToArray()));
            return Encoding.UTF8.GetString(stream.ToArray())[..^1] + $",\"hash\":\"sha256:{hash}\"}}";
        }
        catch (Exception problem) when (problem is System.Text.Json.JsonException or InvalidOperationException)
        {
            return text;
        }
    }
}
