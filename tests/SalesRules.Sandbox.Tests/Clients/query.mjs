// Queries: pages, counts, parents, children, refusals.
import { print, refusal, signedIn } from './connection.mjs';

const org = await signedIn();

// By hand, page by page.
const first = await org.query('SELECT Id FROM Opportunity ORDER BY Id');
const ids = first.records.map((record) => record.Id);
for (let page = first; !page.done;) {
  page = await org.queryMore(page.nextRecordsUrl);
  ids.push(...page.records.map((record) => record.Id));
}

// As jsforce does it by itself, also after queryAll.
const fetched = await org.query('SELECT Id FROM Opportunity', { autoFetch: true, maxFetch: 10_000, scanAll: true });

const parents = await org.query("SELECT Name, Account.Name, Owner.Email FROM Opportunity WHERE Name = 'Deal 1'");
const children = await org.query("SELECT Name, (SELECT Role, Contact.LastName FROM OpportunityContactRoles) FROM Opportunity WHERE Name IN ('Deal 0', 'Deal 1') ORDER BY Name");
const found = await org.sobject('Opportunity').find({ Name: { $like: 'Deal 1%' }, Amount: { $gte: 100 } }, 'Id, Name').sort({ Name: 1 }).limit(3).execute();
const count = await org.query('SELECT COUNT() FROM Opportunity');
const groups = await org.query('SELECT StageName, COUNT(Id) deals, SUM(Amount) FROM Opportunity GROUP BY StageName ORDER BY StageName');

print({
  totalSize: first.totalSize,
  firstPage: first.records.length,
  distinct: new Set(ids).size,
  autoFetched: fetched.records.length,
  parent: parents.records[0],
  children: children.records.map((record) => record.OpportunityContactRoles),
  found: found.map((record) => record.Name),
  sobjectCount: await org.sobject('Opportunity').count({ Name: 'Deal 7' }),
  count: count.totalSize,
  groups: groups.records,
  unknownField: await refusal(() => org.query('SELECT Id, Nope__c FROM Opportunity')),
  unknownObject: await refusal(() => org.query('SELECT Id FROM ScratchOrgInfo')),
  syntax: await refusal(() => org.query('SELECT Id FROM Opportunity WHERE')),
  badLocator: await refusal(() => org.queryMore('/services/data/v64.0/query/0r8xx0000000000AAA-2000')),
});
