using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox;

/// <summary>What an org has before anybody enters a record: its organization row, a profile, a role, the admin user, stages.</summary>
internal static class OrgSetup
{
    /// <summary>Makes the first rows and returns the id of the admin user.</summary>
    public static string Run(OrgTransaction transaction, Org org)
    {
        transaction.Load("Organization", new Dictionary<string, object?>
        {
            ["Id"] = org.Id,
            ["Name"] = "SalesRules Sandbox",
            ["LanguageLocaleKey"] = "en_US",
            ["DefaultLocaleSidKey"] = "en_US",
            ["TimeZoneSidKey"] = "GMT",
            ["FiscalYearStartMonth"] = 1,
            ["OrganizationType"] = "Developer Edition",
            ["InstanceName"] = "SBX1",
            ["IsSandbox"] = true,
        });
        transaction.Load("Profile", new Dictionary<string, object?> { ["Name"] = "System Administrator", ["UserType"] = "Standard" });
        var role = transaction.Load("UserRole", new Dictionary<string, object?> { ["Name"] = "Sales Operations", ["DeveloperName"] = "SalesOperations" });
        return transaction.Load("User", new Dictionary<string, object?>
        {
            ["Username"] = org.Options.Username,
            ["FirstName"] = "Sandbox",
            ["LastName"] = "Admin",
            ["Email"] = org.Options.Username,
            ["UserRoleId"] = role,
        });
    }

    public static int ReplaceStages(OrgTransaction transaction, IReadOnlyList<StageDefinition> list)
    {
        foreach (var row in transaction.Store["OpportunityStage"].Scan().ToList())
            transaction.Store.Purge(row);
        foreach (var (number, stage) in list.Index())
            transaction.Load("OpportunityStage", Row(stage, number + 1));
        return list.Count;
    }

    private static Dictionary<string, object?> Row(StageDefinition stage, int sortOrder) => new()
    {
        ["ApiName"] = stage.Name,
        ["MasterLabel"] = stage.Name,
        ["IsActive"] = stage.IsActive,
        ["SortOrder"] = sortOrder,
        ["IsClosed"] = stage.IsClosed,
        ["IsWon"] = stage.IsWon,
        ["ForecastCategory"] = ForecastCategory.ValueOf(stage.ForecastCategoryName),
        ["ForecastCategoryName"] = stage.ForecastCategoryName,
        ["DefaultProbability"] = stage.DefaultProbability,
    };
}
