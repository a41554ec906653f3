using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Tests.Generation;

public sealed class HistoryTests
{
    private static readonly CollectedOrg Org = CollectedOrg.Default;
    private static readonly ILookup<object?, GeneratedRecord> Rows = Org.Of("OpportunityHistory").ToLookup(row => row["OpportunityId"]);

    [Test]
    public void Begins_when_the_deal_was_made_and_is_in_order()
    {
        foreach (var deal in Org.Of("Opportunity"))
        {
            var moments = Rows[deal.Id].Select(row => row.Moment("CreatedDate")).ToArray();
            Assert.That(moments, Is.Ordered);
            Assert.That(moments[0], Is.EqualTo(deal["CreatedDate"]));
        }
    }

    [Test]
    public void Ends_where_the_deal_stands()
    {
        foreach (var deal in Org.Of("Opportunity"))
        {
            var last = Rows[deal.Id].Last();
            foreach (var field in (string[])["StageName", "Amount", "CloseDate", "Probability", "ForecastCategory", "ExpectedRevenue"])
                Assert.That(last[field], Is.EqualTo(deal[field]), field);
        }
    }

    [Test]
    public void Each_row_remembers_the_amount_and_close_date_of_the_row_before()
    {
        foreach (var rows in Rows)
        {
            foreach (var (before, after) in rows.Zip(rows.Skip(1)))
            {
                Assert.That(after["PrevAmount"], Is.EqualTo(before["Amount"]));
                Assert.That(after["PrevCloseDate"], Is.EqualTo(before["CloseDate"]));
            }
        }
    }

    [Test]
    public void Push_count_counts_the_moves_to_a_later_month()
    {
        foreach (var deal in Org.Of("Opportunity"))
        {
            var months = Rows[deal.Id].Select(row => row.Date("CloseDate")!.Value).Select(date => (date.Year * 12) + date.Month).ToArray();
            Assert.That((decimal)months.Zip(months.Skip(1)).Count(pair => pair.Second > pair.First), Is.EqualTo(deal["PushCount"]));
        }
    }

    [Test]
    public void The_stage_changed_last_when_its_first_row_says_so()
    {
        foreach (var deal in Org.Of("Opportunity"))
            Assert.That(Rows[deal.Id].First(row => Equals(row["StageName"], deal["StageName"]))["CreatedDate"], Is.EqualTo(deal["LastStageChangeDate"]));
    }

    [Test]
    public void No_deal_changed_before_it_was_made_or_after_it_was_touched_last()
    {
        foreach (var deal in Org.Of("Opportunity"))
        {
            Assert.That(deal["SystemModstamp"], Is.EqualTo(deal["LastModifiedDate"]));
            Assert.That(Rows[deal.Id].Last().Moment("CreatedDate"), Is.InRange(deal.Moment("CreatedDate"), deal.Moment("LastModifiedDate")));
        }
    }

    [Test]
    public void The_last_score_row_is_what_the_deal_shows()
    {
        var scores = Org.Of("MIQL_Score__c").ToLookup(row => row["Opportunity__c"]);
        foreach (var deal in Org.Of("Opportunity"))
        {
            if (scores[deal.Id].LastOrDefault() is not { } last)
            {
                Assert.That(deal.Pillars, Is.All.Null);
                continue;
            }
            Assert.That(last["Scored_On__c"], Is.EqualTo(deal["MIQL_Scored_On__c"]));
            foreach (var pillar in (string[])["Outcome", "Maps", "Insight", "Quantify", "Leadership"])
                Assert.That(last[$"{pillar}__c"], Is.EqualTo(deal[$"MIQL_{pillar}__c"]));
        }
    }

    [Test]
    public void A_deal_that_was_scored_again_shows_which_pillars_changed()
    {
        var changed = Org.Of("OpportunityFieldHistory").Where(row => row["Field"] is "MIQL_Quantify__c").ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed, Is.Not.Empty);
            Assert.That(changed.Select(row => row["OldValue"]), Is.Not.EqualTo(changed.Select(row => row["NewValue"])));
        }
    }

    [Test]
    public void Totals_are_blank_as_soon_as_a_pillar_is()
    {
        foreach (var row in Org.Of("MIQL_Score__c"))
        {
            decimal?[] pillars = [.. ((string[])["Outcome", "Maps", "Insight", "Quantify", "Leadership"]).Select(pillar => (decimal?)row[$"{pillar}__c"])];
            Assert.That(row["Total__c"], pillars.Contains(null) ? Is.Null : Is.EqualTo(pillars.Sum()));
        }
    }

    [Test]
    public void Score_keys_are_unique() =>
        Assert.That(Org.Of("MIQL_Score__c").Select(row => row["Key__c"]), Is.Unique);

    [Test]
    public void Passed_stages_come_from_the_stage_list_in_its_order()
    {
        var order = StageLists.Policy.Select(stage => stage.Name).ToList();
        foreach (var deal in Org.SoundDeals().Where(deal => deal["IsClosed"] is false))
            Assert.That(Rows[deal.Id].Select(row => order.IndexOf((string)row["StageName"]!)), Is.Ordered);
    }
}
