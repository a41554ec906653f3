using SalesRules.Sandbox.Generation;
using SalesRules.Sandbox.Generation.Records;
using SalesRules.Sandbox.Loading;

namespace SalesRules.Sandbox;

/// <summary>Puts the first records into an org: those of a file, or generated ones.</summary>
public static class OrgContents
{
    /// <summary>
    /// Loads <see cref="SandboxOptions.DataFile"/> by <see cref="SandboxOptions.MapFile"/>, or generates
    /// <see cref="SandboxOptions.Opportunities"/> opportunities with all that belongs to them; for none it leaves the org empty.
    /// Returns what a load brought in; null after generating.
    /// </summary>
    /// <exception cref="DataLoadException">The file or the map is wrong; the org is as it was.</exception>
    public static LoadReport? Fill(Org org)
    {
        if (org.Options.DataFile is { } file)
            return DataLoader.Load(org, file, org.Options.MapFile);
        if (org.Options.Opportunities > 0)
            org.Write(transaction => SampleOrg.Generate(org.Options.Opportunities, org.Options.Seed, org.Today(), new OrgSink(transaction), org.Options.Leads));
        return null;
    }
}
