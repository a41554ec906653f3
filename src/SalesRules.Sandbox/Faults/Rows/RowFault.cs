namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>A fault that strikes single rows while they are saved; nth, every and times count rows.</summary>
public abstract record RowFault : Fault;
