using System.Net;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Rows;
using SalesRules.Sandbox.Tests.Http.Bulk;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class RowFaultTests : FaultTests
{
    [Test]
    public async Task A_locked_row_fails_inside_a_good_reply_and_goes_through_after_its_tries()
    {
        var ids = await Deals(3);
        Faults.Add(new RowLockFault { Where = new() { Ids = [ids[1][..15]] }, Tries = 2 });

        var first = await Update(ids);

        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(RowCodes(first), Is.EqualTo(new[] { null, "UNABLE_TO_LOCK_ROW", null }));
        Assert.That(first.Json[1].GetRawText(), Is.EqualTo(
            $$"""{"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"unable to obtain exclusive access to this record or 1 records: {{ids[1]}}","fields":[]}]}"""));
        Assert.That(RowCodes(await Update(ids)), Is.EqualTo(new[] { null, "UNABLE_TO_LOCK_ROW", null }));
        Assert.That(await NextStep(ids[1]), Is.Null);
        Assert.That(RowCodes(await Update(ids)), Is.EqualTo(new string?[] { null, null, null }));
    }

    [Test]
    public async Task Each_row_is_locked_for_one_try_unless_more_are_asked_for()
    {
        var ids = await Deals(2);
        Faults.Add(new RowLockFault());

        Assert.That(RowCodes(await Update(ids)), Is.All.EqualTo("UNABLE_TO_LOCK_ROW"));
        Assert.That(RowCodes(await Update(ids)), Is.All.Null);
    }

    [Test]
    public async Task A_new_row_that_is_sent_again_is_the_same_row()
    {
        Faults.Add(new RowLockFault());

        var first = await Org.Data("POST", "sobjects/Account", """{"Name":"Acme"}""");

        Assert.That((first.Status, Code(first)), Is.EqualTo((HttpStatusCode.BadRequest, "UNABLE_TO_LOCK_ROW")));
        Assert.That((await Org.Data("POST", "sobjects/Account", """{"Name":"Acme"}""")).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task A_validation_rule_refuses_one_row_with_the_administrators_words()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new ValidationErrorFault { Message = "Ask finance first.", Field = "Amount", Where = new() { ObjectName = "opportunity" } });

        var reply = await Patch(id);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text, Is.EqualTo("""[{"message":"Ask finance first.","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":["Amount"]}]"""));
        Assert.That((await Org.Data("POST", "sobjects/Account", """{"Name":"Acme"}""")).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task A_whole_batch_loses_its_permission()
    {
        var ids = await Deals(3);
        Faults.Add(new PermissionErrorFault { Where = new() { Operation = FaultOperation.Update } });

        Assert.That(RowCodes(await Update(ids)), Is.EqualTo(Enumerable.Repeat("INSUFFICIENT_ACCESS_OR_READONLY", 3)));
    }

    [Test]
    public async Task The_other_refusals_of_rows_carry_their_codes()
    {
        var ids = await Deals(3);
        Faults.Add(new PermissionErrorFault { CrossReference = "0018M000003uKwe", Where = new() { Ids = [ids[0]] } });
        Faults.Add(new RequiredFieldFault { Field = "Loss_Reason__c", Where = new() { Ids = [ids[1]] } });
        Faults.Add(new RowErrorFault { Code = "ENTITY_IS_LOCKED", Message = "the entity is locked for editing", Where = new() { Ids = [ids[2]] } });

        var reply = await Update(ids);

        Assert.That(RowCodes(reply), Is.EqualTo(new[] { "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "REQUIRED_FIELD_MISSING", "ENTITY_IS_LOCKED" }));
        Assert.That(reply.Json[1].GetProperty("errors")[0].GetProperty("message").GetString(), Is.EqualTo("Required fields are missing: [Loss_Reason__c]"));
    }

    [Test]
    public async Task One_refused_row_takes_the_others_back_when_all_or_none_is_asked()
    {
        var ids = await Deals(2);
        Faults.Add(new RowLockFault { Where = new() { Ids = [ids[1]] } });

        var reply = await Org.Data("PATCH", "composite/sobjects", $$"""
            {"allOrNone":true,"records":[{"attributes":{"type":"Opportunity"},"id":"{{ids[0]}}","NextStep":"Call"},
            {"attributes":{"type":"Opportunity"},"id":"{{ids[1]}}","NextStep":"Call"}]}
            """);

        Assert.That(RowCodes(reply), Is.EqualTo(new[] { "ALL_OR_NONE_OPERATION_ROLLED_BACK", "UNABLE_TO_LOCK_ROW" }));
        Assert.That(await NextStep(ids[0]), Is.Null);
    }

    [Test]
    public async Task Rows_inside_a_composite_call_are_struck_too()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new RowLockFault { Where = new() { Operation = FaultOperation.Update } });

        var reply = await Org.Data("POST", "composite", $$"""
            {"compositeRequest":[{"method":"PATCH","url":"/services/data/v64.0/sobjects/Opportunity/{{id}}","referenceId":"a","body":{"NextStep":"Call"} }]}
            """);

        Assert.That(reply.Json.GetProperty("compositeResponse")[0].GetProperty("body")[0].GetProperty("errorCode").GetString(), Is.EqualTo("UNABLE_TO_LOCK_ROW"));
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task Rows_of_a_bulk_job_are_struck_too()
    {
        var ids = await Deals(2);
        Faults.Add(new RowLockFault { Where = new() { Ids = [ids[1]] } });

        var (job, _) = await Org.Ingest("\"object\":\"Opportunity\",\"operation\":\"update\"", $"Id,NextStep\n{ids[0]},Call\n{ids[1]},Call\n");

        Assert.That(await Org.Results(job, "failedResults"), Does.Contain($"UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record or 1 records: {ids[1]}:--"));
        Assert.That(await NextStep(ids[0]), Is.EqualTo("Call"));
    }

    [Test]
    public async Task A_share_of_rows_is_the_same_rows_every_time()
    {
        var ids = await Deals(100);
        Faults.Add(new ValidationErrorFault { Where = new() { Share = 0.2m } });

        var first = RowCodes(await Update(ids));
        var second = RowCodes(await Update(ids.Reverse()));

        Assert.That(first.Count(code => code is not null), Is.InRange(10, 30));
        Assert.That(second.Reverse(), Is.EqualTo(first));
    }

    [Test]
    public async Task Deletes_are_refused_where_they_are_aimed_at()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new RowLockFault { Where = new() { Operation = FaultOperation.Delete } });

        Assert.That((await Patch(id)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Code(await Org.Data("DELETE", $"sobjects/Opportunity/{id}")), Is.EqualTo("UNABLE_TO_LOCK_ROW"));
        Assert.That((await Org.Data("DELETE", $"sobjects/Opportunity/{id}")).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Saves_from_within_the_process_are_not_refused()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new ValidationErrorFault());

        var result = Org.Org.Write(save => save.Update("Opportunity", id, new Dictionary<string, object?> { ["NextStep"] = "Call" }));

        Assert.That(result.Success, Is.True);
    }
}
