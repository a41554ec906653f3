using System.Diagnostics.CodeAnalysis;
using SalesRules.KillPoints;

/// <summary>What .NET calls before Main of a process whose DOTNET_STARTUP_HOOKS names this assembly. Name and place are .NET's.</summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "A startup hook has no namespace.")]
internal static class StartupHook
{
    public static void Initialize() => new PointListener(KillPointSettings.FromEnvironment()).Listen();
}
