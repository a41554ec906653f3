using System.Collections.Frozen;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Saving.Behaviors;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Schema.Package;
using SalesRules.Sandbox.Schema.Standard;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox;

/// <summary>The org behind the server: schema, records, users and the rules of saving, without any HTTP.</summary>
public sealed class Org : IDisposable
{
    private volatile FrozenDictionary<string, StageDefinition> stages = FrozenDictionary<string, StageDefinition>.Empty;

    public Org(SandboxOptions options, TimeProvider clock)
    {
        Options = options;
        Clock = clock;
        Schema = OrgSchema.Build(options.Stages, SfdxPackage.Embedded());
        Store = new OrgStore(Schema);
        SaveBehaviors.DefineComputedFields(this);
        Id = OrganizationId.Choose(options);
        AdminUserId = RecordId.Create(Schema["User"].KeyPrefix, 1);
        Write(transaction => OrgSetup.Run(transaction, this));
        ReplaceStages(options.Stages);
    }

    public SandboxOptions Options { get; }
    public TimeProvider Clock { get; }
    public OrgSchema Schema { get; }
    public OrgStore Store { get; }

    /// <summary>The organization id, 18 characters.</summary>
    public string Id { get; }

    /// <summary>The user of <see cref="SandboxOptions.Username"/>, who owns and saves whatever names nobody else.</summary>
    public string AdminUserId { get; }

    /// <summary>Interferes with saves: the faults, while there are any.</summary>
    internal ISaveWatch? SaveWatch { get; set; }

    /// <summary>The opportunity fields whose changes OpportunityFieldHistory keeps; Salesforce allows twenty.</summary>
    public IReadOnlyList<string> TrackedOpportunityFields { get; set; } =
    [
        "StageName", "Amount", "CloseDate", "Probability", "ForecastCategoryName", "OwnerId", "NextStep",
        "MIQL_Outcome__c", "MIQL_Maps__c", "MIQL_Insight__c", "MIQL_Quantify__c", "MIQL_Leadership__c",
    ];

    /// <summary>Today in UTC by the org's clock.</summary>
    public DateOnly Today() => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>The clock in the resolution in which Salesforce stores datetimes: whole seconds, UTC.</summary>
    public DateTimeOffset Now()
    {
        var now = Clock.GetUtcNow();
        return new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    /// <summary>Runs a read that sees no write half done; enumerate fully before returning.</summary>
    public T Read<T>(Func<OrgStore, T> read) => Store.Read(read);

    /// <summary>Runs a transaction; an exception undoes all of it. Without <paramref name="userId"/> the admin user saves.</summary>
    public T Write<T>(Func<OrgTransaction, T> write, string? userId = null) =>
        Store.Write(_ => write(new OrgTransaction(this, userId ?? AdminUserId, SaveWatch?.StampFor(Now()) ?? Now())));

    /// <summary>The stage with this name; null when the list has none, which the org stores all the same.</summary>
    public StageDefinition? FindStage(string name) => stages.GetValueOrDefault(name);

    /// <summary>The id of the active user with this username in any case; null when there is none.</summary>
    public string? FindActiveUser(string? username) => username is null ? null : Read(store =>
        store["User"].FindBy(Schema["User"].FindStored("Username")!, username).FirstOrDefault(user => user["IsActive"] is true)?.Id);

    /// <summary>Replaces the stage list: the rows of OpportunityStage and the picklist of StageName. Opportunities stay as they are.</summary>
    public void ReplaceStages(IReadOnlyList<StageDefinition> list)
    {
        Write(transaction => OrgSetup.ReplaceStages(transaction, list));
        Schema["Opportunity"].SetPicklist("StageName", OpportunityObject.PicklistOf(list));
        Schema.LastChanged = Now();
        stages = list.ToFrozenDictionary(stage => stage.Name, StringComparer.Ordinal);
    }

    /// <summary>Grants the API user less, or everything again, on one field; what is hidden looks as if it did not exist.</summary>
    public void SetFieldAccess(string objectName, string field, FieldAccess access)
    {
        Schema[objectName].SetAccess(field, access);
        Schema.LastChanged = Now();
    }

    public void Dispose() => Store.Dispose();
}
