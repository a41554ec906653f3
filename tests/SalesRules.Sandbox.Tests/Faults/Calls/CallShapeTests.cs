using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Calls;

namespace SalesRules.Sandbox.Tests.Faults.Calls;

public sealed class CallShapeTests
{
    private const string Deal = "006Sb0000000001IAA";

    [TestCase("POST", "/services/oauth2/token", FaultOperation.Token, null, null)]
    [TestCase("POST", "/services/Soap/u/64.0", FaultOperation.Token, null, null)]
    [TestCase("GET", "/services/oauth2/userinfo", FaultOperation.Identity, null, null)]
    [TestCase("GET", "/services/data", FaultOperation.Versions, null, null)]
    [TestCase("GET", "/services/data/v64.0", FaultOperation.Versions, null, null)]
    [TestCase("GET", "/services/data/v64.0/query", FaultOperation.Query, null, null)]
    [TestCase("GET", "/services/data/v64.0/queryAll/0r8x-2000", FaultOperation.QueryMore, null, "0r8x-2000")]
    [TestCase("GET", "/services/data/v64.0/limits", FaultOperation.Limits, null, null)]
    [TestCase("GET", "/services/data/v64.0/sobjects", FaultOperation.Describe, null, null)]
    [TestCase("GET", "/services/data/v64.0/sobjects/Task", FaultOperation.Describe, "Task", null)]
    [TestCase("GET", "/services/data/v64.0/sobjects/Task/describe", FaultOperation.Describe, "Task", null)]
    [TestCase("GET", "/services/data/v64.0/sobjects/Task/updated", FaultOperation.Changes, "Task", null)]
    [TestCase("POST", "/services/data/v64.0/sobjects/Task", FaultOperation.Insert, "Task", null)]
    [TestCase("GET", "/services/data/v64.0/sobjects/Opportunity/" + Deal, FaultOperation.Get, "Opportunity", Deal)]
    [TestCase("HEAD", "/services/data/v64.0/sobjects/Opportunity/" + Deal, FaultOperation.Get, "Opportunity", Deal)]
    [TestCase("PATCH", "/services/data/v64.0/sobjects/Opportunity/" + Deal, FaultOperation.Update, "Opportunity", Deal)]
    [TestCase("DELETE", "/services/data/v64.0/sobjects/Opportunity/" + Deal, FaultOperation.Delete, "Opportunity", Deal)]
    [TestCase("GET", "/services/data/v64.0/sobjects/Opportunity/" + Deal + "/Account", FaultOperation.Get, "Opportunity", Deal)]
    [TestCase("PATCH", "/services/data/v64.0/sobjects/Task/Key__c/a1", FaultOperation.Upsert, "Task", "a1")]
    [TestCase("GET", "/services/data/v64.0/sobjects/Task/Key__c/a1", FaultOperation.Get, "Task", "a1")]
    [TestCase("POST", "/services/data/v64.0/composite/sobjects", FaultOperation.Insert, null, null)]
    [TestCase("PATCH", "/services/data/v64.0/composite/sobjects", FaultOperation.Update, null, null)]
    [TestCase("DELETE", "/services/data/v64.0/composite/sobjects", FaultOperation.Delete, null, null)]
    [TestCase("POST", "/services/data/v64.0/composite/sobjects/Opportunity", FaultOperation.Retrieve, "Opportunity", null)]
    [TestCase("PATCH", "/services/data/v64.0/composite/sobjects/Task/Key__c", FaultOperation.Upsert, "Task", null)]
    [TestCase("POST", "/services/data/v64.0/composite", FaultOperation.Composite, null, null)]
    [TestCase("POST", "/services/data/v64.0/composite/batch", FaultOperation.Composite, null, null)]
    [TestCase("POST", "/services/data/v64.0/jobs/ingest", FaultOperation.Bulk, null, null)]
    [TestCase("POST", "/cometd/64.0/handshake", FaultOperation.Streaming, null, null)]
    [TestCase("GET", "/services/data/v64.0/tooling/query", FaultOperation.Other, null, null)]
    public void A_method_and_a_path_tell_what_a_call_does(string method, string path, FaultOperation operation, string? objectName, string? id)
    {
        Assert.That(CallShape.Of(method, path), Is.EqualTo((operation, objectName, id)));
    }
}
