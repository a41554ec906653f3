using SalesRules.Host.Commands;
using SalesRules.Salesforce.Connection;

namespace SalesRules.Host.Configuration;

/// <summary>Which org the settings point at.</summary>
internal static class SalesforceTarget
{
    private static readonly string[] Keys = ["LoginUrl", "ClientId", "ClientSecret", "Username", "PrivateKeyFile"];

    /// <summary>Whether any key says where Salesforce is: then all that is needed must be there.</summary>
    public static bool IsConfigured(IConfiguration settings) =>
        Keys.Any(key => !string.IsNullOrWhiteSpace(settings[$"{SalesforceOptions.Section}:{key}"]));

    /// <exception cref="CommandException">Nothing is configured; names the keys.</exception>
    public static void Require(IConfiguration settings)
    {
        if (!IsConfigured(settings))
            throw CommandException.WrongInput(
                "No Salesforce is configured: set Salesforce:LoginUrl, Salesforce:ClientId and Salesforce:ClientSecret (or Salesforce:Username with Salesforce:PrivateKeyFile), "
                + $"for example by the environment variable {Settings.EnvironmentPrefix}Salesforce__LoginUrl. To try SalesRules without an org: salesrules demo.");
    }
}
