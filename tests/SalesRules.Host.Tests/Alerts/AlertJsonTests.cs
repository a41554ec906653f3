using SalesRules.Alerts;
using SalesRules.Decisions;

namespace SalesRules.Host.Tests.Alerts;

internal sealed class AlertJsonTests
{
    [Test]
    public void What_is_read_is_what_was_written()
    {
        foreach (var alert in new[] { SampleAlerts.AtRisk("a", RiskLevel.Medium, SampleAlerts.Owner), SampleAlerts.AtRisk("b", manager: SampleAlerts.Owner), SampleAlerts.Drift("c") })
        {
            var read = AlertJson.Read(AlertJson.Write(alert));

            Assert.That(AlertJson.Write(read), Is.EqualTo(AlertJson.Write(alert)));
            Assert.That((read.Key, read.Kind, read.On, read.Deal, read.Risk, read.SmallestFix), Is.EqualTo((alert.Key, alert.Kind, alert.On, alert.Deal, alert.Risk, alert.SmallestFix)));
            Assert.That(read.Reasons, Is.EqualTo(alert.Reasons));
            Assert.That(read.Rules, Is.EqualTo(alert.Rules));
        }
    }
}
