using System.Text;

namespace SalesRules.Notifications.Settings;

/// <summary>A value that is shown to nobody: whoever prints it, or a record that holds it, prints "(secret)".</summary>
internal sealed class Secret(string value)
{
    public string Reveal() => value;

    public byte[] Bytes() => Encoding.UTF8.GetBytes(value);

    public override string ToString() => "(secret)";
}
