namespace SalesRules.Snapshots;

/// <summary>What Salesforce said about one opportunity at one instant. Null means empty (or absent by the field map), never zero.
/// The other parts of this record hold its MIQL, MEDDPICC, POV, process, forecast hold and service-owned fields.</summary>
public sealed partial record Opportunity
{
    /// <summary>The stages that the deal went through, oldest first; null when the input does not say.</summary>
    public IReadOnlyList<StageEntry>? StageHistory { get; init; }

    /// <summary>The states that the deal went through, one for each row of its history, oldest first; null when the input does not say.</summary>
    public IReadOnlyList<DealState>? States { get; init; }

    /// <summary>What <see cref="ForecastCategoryName"/> means; null when it is empty or none of the six.</summary>
    public ForecastCategory? Category => ForecastCategories.Parse(ForecastCategoryName);

    [Field("Id", SalesforceFieldType.Id, Label = "Opportunity ID")]
    public SalesforceId Id { get; init; }

    [Field("Name", SalesforceFieldType.Text, Label = "Opportunity Name")]
    public string? Name { get; init; }

    [Field("AccountId", SalesforceFieldType.Lookup, Label = "Account ID")]
    public SalesforceId? AccountId { get; init; }

    [Field("Account.Name", SalesforceFieldType.Text, Label = "Account Name")]
    public string? AccountName { get; init; }

    [Field("Account.OwnerId", SalesforceFieldType.Lookup, Label = "Account Owner ID")]
    public SalesforceId? AccountOwnerId { get; init; }

    [Field("OwnerId", SalesforceFieldType.Lookup, Label = "Owner ID")]
    public SalesforceId? OwnerId { get; init; }

    [Field("Owner.Name", SalesforceFieldType.Text, Label = "Opportunity Owner")]
    public string? OwnerName { get; init; }

    [Field("Owner.Email", SalesforceFieldType.Text, Label = "Opportunity Owner Email")]
    public string? OwnerEmail { get; init; }

    [Field("Owner.IsActive", SalesforceFieldType.Checkbox, Label = "Opportunity Owner Active")]
    public bool? OwnerIsActive { get; init; }

    [Field("Owner.ManagerId", SalesforceFieldType.Lookup, Label = "Opportunity Owner Manager ID")]
    public SalesforceId? OwnerManagerId { get; init; }

    /// <summary>In the record's currency.</summary>
    [Field("Amount", SalesforceFieldType.Currency, Label = "Amount")]
    public decimal? Amount { get; init; }

    [Field("StageName", SalesforceFieldType.Picklist, Access = FieldAccess.Corrected, Label = "Stage")]
    public string? StageName { get; init; }

    /// <summary>The name as it stands on the record; <see cref="Category"/> is what it means.</summary>
    [Field("ForecastCategoryName", SalesforceFieldType.Picklist, Access = FieldAccess.Corrected, Label = "Forecast Category")]
    public string? ForecastCategoryName { get; init; }

    /// <summary>Per cent: 75 is three in four.</summary>
    [Field("Probability", SalesforceFieldType.Percent, Access = FieldAccess.Corrected, Label = "Probability (%)", Least = 0, Most = 100)]
    public decimal? Probability { get; init; }

    [Field("CloseDate", SalesforceFieldType.Date, Label = "Close Date")]
    public DateOnly? CloseDate { get; init; }

    [Field("Type", SalesforceFieldType.Picklist, Label = "Type")]
    public string? Type { get; init; }

    [Field("NextStep", SalesforceFieldType.Text, Label = "Next Step")]
    public string? NextStep { get; init; }

    [Field("LeadSource", SalesforceFieldType.Picklist, Label = "Lead Source")]
    public string? LeadSource { get; init; }

    [Field("IsClosed", SalesforceFieldType.Checkbox, Label = "Closed")]
    public bool? IsClosed { get; init; }

    [Field("IsWon", SalesforceFieldType.Checkbox, Label = "Won")]
    public bool? IsWon { get; init; }

    [Field("CreatedDate", SalesforceFieldType.DateTime, Label = "Created Date")]
    public DateTimeOffset? CreatedDate { get; init; }

    [Field("LastModifiedDate", SalesforceFieldType.DateTime, Label = "Last Modified Date")]
    public DateTimeOffset? LastModifiedDate { get; init; }

    /// <summary>Moves with every change, a person's or a machine's; whole seconds.</summary>
    [Field("SystemModstamp", SalesforceFieldType.DateTime, Label = "System Modstamp")]
    public DateTimeOffset? SystemModstamp { get; init; }

    [Field("LastActivityDate", SalesforceFieldType.Date, Label = "Last Activity")]
    public DateOnly? LastActivityDate { get; init; }

    [Field("LastStageChangeDate", SalesforceFieldType.DateTime, Label = "Last Stage Change Date", Always = false)]
    public DateTimeOffset? LastStageChangeDate { get; init; }

    /// <summary>How often the close date moved to a later month.</summary>
    [Field("PushCount", SalesforceFieldType.Number, Label = "Push Count", Always = false, Least = 0)]
    public decimal? PushCount { get; init; }

    [Field("CurrencyIsoCode", SalesforceFieldType.Picklist, Label = "Opportunity Currency", Always = false)]
    public string? CurrencyIsoCode { get; init; }
}
