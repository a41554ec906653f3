namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>Fails a whole job; the message becomes its <c>errorMessage</c>.</summary>
internal sealed class BulkJobException(string message) : Exception(message);
