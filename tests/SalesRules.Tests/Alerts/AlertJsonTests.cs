using SalesRules.Alerts;
using SalesRules.Decisions;

namespace SalesRules.Tests.Alerts;

public class AlertJsonTests
{
    [Test]
    public void An_alert_is_the_same_from_its_text()
    {
        var bare = TestAlert.Deal with { Owner = null, Manager = null, Segment = null, Amount = null, Stage = null, Category = null, CloseDate = null };
        foreach (var alert in AlertKinds.All.Select(TestAlert.Of)
            .Append(TestAlert.OfDeal(AlertKind.RiskRose, bare, RiskLevel.Low))
            .Append(TestAlert.OfDeal(AlertKind.PovCleared) with { Rules = ["pov.conditions"], SmallestFix = "Raise Maps to 2.", Reasons = ["Ä \"quoted\" <b>"] }))
        {
            var read = AlertJson.Read(AlertJson.Write(alert));

            Assert.That(read with { Reasons = alert.Reasons, Rules = alert.Rules }, Is.EqualTo(alert));
            Assert.That(read.Reasons, Is.EqualTo(alert.Reasons));
            Assert.That(read.Rules, Is.EqualTo(alert.Rules));
        }
    }

    [Test]
    public void A_kind_is_found_by_its_name()
    {
        foreach (var kind in AlertKinds.All)
            Assert.That(AlertKinds.Parse(kind.Name()), Is.EqualTo(kind));
        Assert.That(AlertKinds.Parse("risk"), Is.Null);
    }
}
