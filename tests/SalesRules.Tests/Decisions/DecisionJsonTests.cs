using System.Text;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Decisions;

/// <summary>The record of a decision: property order, number and date forms are a contract.</summary>
public class DecisionJsonTests
{
    [Test]
    public void The_example_of_the_design_comes_out_property_by_property()
    {
        var deal = ADeal.InStage("Technical Validation").Scored(2, 1, 2, 2, 1).Forecast("Commit").WentThrough("Discovery", "Technical Validation").With(it => it with { StageChangeReason = "Metrics agreed" });
        Assert.That(deal.DecideToJson(), Is.EqualTo(Lines(
            """
            {"id":"006xx000003GYkJAAW","asOf":"2026-03-02","policy":"sha256:test",
            "miql":{"outcome":2,"maps":1,"insight":2,"quantify":2,"leadership":1,"total":8,"lowest":["Maps","Leadership"]},
            "forecast":{"current":"Commit","ceiling":"Best Case","proposed":"Best Case"},
            "pov":{"state":"Approved","path":"Standard","missed":[],"onRecord":false},
            "risk":{"level":"high","rules":["forecast.above-ceiling"]},
            "findings":[{"rule":"forecast.above-ceiling","severity":"high",
            "message":"Commit is above what the evidence allows, Best Case: Leadership is 1, Commit needs 2.",
            "evidence":[{"field":"MIQL_Leadership__c","value":1,"needs":2}],"fix":[{"field":"MIQL_Leadership__c","to":2}]}],
            "changes":[{"field":"ForecastCategoryName","from":"Commit","to":"Best Case","rule":"forecast.above-ceiling"}],
            "tasks":[],"notRun":[]}
            """)));
    }

    [Test]
    public void Nulls_are_written_and_nothing_is_left_out()
    {
        var json = ADeal.InStage("Discovery").Forecast(null).With(it => it with { Type = "Renewal", CloseDate = new(2026, 12, 31) }).DecideToJson();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(json, Does.Contain(
                "\"miql\":{\"outcome\":null,\"maps\":null,\"insight\":null,\"quantify\":null,\"leadership\":null,\"total\":null," +
                "\"lowest\":[\"Outcome\",\"Maps\",\"Insight\",\"Quantify\",\"Leadership\"]}"));
            Assert.That(json, Does.Contain("\"forecast\":{\"current\":null,\"ceiling\":\"Pipeline\",\"proposed\":\"Pipeline\"},\"pov\":null,\"risk\":{\"level\":\"none\",\"rules\":[]}"));
        }
    }

    [Test]
    public void A_deferred_gate_has_no_path_and_tasks_have_key_rule_subject_owner_and_due()
    {
        var json = ADeal.InStage("Solution").Scored(1, 2, 2, 2, 2).Forecast("Omitted").DecideToJson();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(json, Does.Contain("\"pov\":{\"state\":\"Deferred\",\"path\":null,\"missed\":[\"O\"],\"onRecord\":false}"));
            Assert.That(json, Does.Contain(
                "\"tasks\":[{\"key\":\"pov.deferred:006xx000003GYkJAAW:O:1\",\"rule\":\"pov.deferred\",\"subject\":\"Work on Outcome\"," +
                $"\"owner\":\"{ADeal.Owner}\",\"due\":\"2026-03-09\"}}],\"notRun\":[\"pov.deferral-stale\",\"stage.exit-incomplete\","));
        }
    }

    [Test]
    public void An_owner_whom_nobody_knows_is_null() =>
        Assert.That(ADeal.InStage("Solution").Scored(1, 2, 2, 2, 2).With(it => it with { OwnerId = null }).DecideToJson(), Does.Contain("\"owner\":null,"));

    [Test]
    public void Every_kind_of_value_has_one_form()
    {
        var decision = ADeal.InStage("Discovery").Forecast("Pipeline").Decide() with
        {
            Findings =
            [
                new Finding("a.rule", Severity.Info, new Explanation
                {
                    Message = "Ä \"quoted\" 'text' <tag> & 10 %",
                    Evidence =
                    [
                        new Evidence("number", FieldValue.Of(50000.00m), FieldValue.Of(-0.50m)),
                        new Evidence("date", FieldValue.Of(new DateOnly(2026, 3, 31)), FieldValue.Null),
                        new Evidence("instant", FieldValue.Of(new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.FromHours(2))), FieldValue.Of(true)),
                    ],
                }),
            ],
        };

        Assert.That(Written(decision), Does.Contain(
            "\"findings\":[{\"rule\":\"a.rule\",\"severity\":\"info\",\"message\":\"Ä \\\"quoted\\\" 'text' <tag> & 10 %\",\"evidence\":[" +
            "{\"field\":\"number\",\"value\":50000,\"needs\":-0.5},{\"field\":\"date\",\"value\":\"2026-03-31\",\"needs\":null}," +
            "{\"field\":\"instant\",\"value\":\"2026-03-31T10:00:00.000Z\",\"needs\":true}],\"fix\":[]}]"));
    }

    [TestCase(RiskLevel.None, "none")]
    [TestCase(RiskLevel.Low, "low")]
    [TestCase(RiskLevel.Medium, "medium")]
    [TestCase(RiskLevel.High, "high")]
    public void Risk_levels_have_names(RiskLevel level, string name) =>
        Assert.That(Written(ADeal.InStage("Discovery").Decide() with { Risk = new Risk(level, []) }), Does.Contain($"\"risk\":{{\"level\":\"{name}\",\"rules\":[]}}"));

    [TestCase(Severity.Low, "low")]
    [TestCase(Severity.Medium, "medium")]
    public void Severities_have_names(Severity severity, string name) => Assert.That(severity.Name(), Is.EqualTo(name));

    /// <summary>The text as the one line it stands for.</summary>
    private static string Lines(string text) => string.Concat(text.Split('\n'));

    private static string Written(Decision decision)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, DecisionJson.WriterOptions))
            DecisionJson.Write(writer, decision);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
