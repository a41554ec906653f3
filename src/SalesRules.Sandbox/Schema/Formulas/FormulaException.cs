namespace SalesRules.Sandbox.Schema.Formulas;

/// <summary>A deployed formula uses what the sandbox org cannot compute, or is no formula at all.</summary>
public sealed class FormulaException(string message) : Exception(message);
