// @jsforce/jsforce-node: what Salesforce's own command line talks through, bulk jobs above all.
import jsforce from '@jsforce/jsforce-node';
import { print, refusal } from './connection.mjs';

const { SANDBOX_URL: loginUrl, SANDBOX_CLIENT_ID: clientId, SANDBOX_CLIENT_SECRET: clientSecret } = process.env;

const org = new jsforce.Connection({ oauth2: { loginUrl, clientId, clientSecret }, version: '64.0' });
await org.authorize({ grant_type: 'client_credentials' });
org.bulk2.pollInterval = 50;
org.bulk2.pollTimeout = 30_000;

const rows = [
  ...Array.from({ length: 250 }, (_, index) => ({ Name: `Bulk ${index}`, StageName: 'Discovery', CloseDate: '2030-06-30', NextStep: 'a;b, "c"' })),
  { Name: 'Bulk without a date', StageName: 'Discovery', CloseDate: 'soon', NextStep: '' },
];
const load = (operation, input, more) => org.bulk2.loadAndWaitForResults({ object: 'Opportunity', operation, input, ...more });
const inserted = await load('insert', rows);
const ids = inserted.successfulResults.map((row) => ({ Id: row.sf__Id }));

const exported = await (await org.bulk2.query("SELECT Id, Name, NextStep, Account.Name FROM Opportunity WHERE Name LIKE 'Bulk %'")).toArray();
const everything = await (await org.bulk2.query('SELECT Id FROM Opportunity')).toArray();

const key = { object: 'MIQL_Score__c', externalIdFieldName: 'Key__c' };
const upserted = await load('upsert', [{ Key__c: 'bulk-1', Opportunity__c: ids[0].Id, Outcome__c: '2' }], key);
const updated = await load('update', ids.slice(0, 2).map((row) => ({ ...row, NextStep: '#N/A' })));
const cleared = await org.query("SELECT COUNT() FROM Opportunity WHERE Name LIKE 'Bulk %' AND NextStep = null");
const deleted = await load('delete', ids);

print({
  inserted: inserted.successfulResults.length,
  failed: inserted.failedResults,
  unprocessed: inserted.unprocessedRecords.length,
  exported: exported.length,
  row: exported[0],
  everything: everything.length,
  upserted: upserted.successfulResults.map((row) => row.sf__Created),
  updated: updated.successfulResults.length,
  cleared: cleared.totalSize,
  deleted: deleted.successfulResults.length,
  refused: await refusal(() => org.bulk2.query('SELECT Nope__c FROM Opportunity')),
  recent: (await org.recent(3)).length,
});
