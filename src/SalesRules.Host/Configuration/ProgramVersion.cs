using System.Reflection;

namespace SalesRules.Host.Configuration;

/// <summary>Which build decides: another one may have other rules.</summary>
internal static class ProgramVersion
{
    /// <summary>The version with the commit that it was built from.</summary>
    public static string Current { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
