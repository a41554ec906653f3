// One row's life, then two hundred at once with some that fail.
import { print, refusal, signedIn } from './connection.mjs';

const org = await signedIn();
const deals = org.sobject('Opportunity');

const created = await deals.create({ Name: 'Made by jsforce', StageName: 'Discovery', CloseDate: '2030-06-30', Amount: 1500 });
const updated = await deals.update({ Id: created.id, NextStep: 'Call', StageName: 'POV' });
const read = await deals.retrieve(created.id);
const refused = await refusal(() => deals.update({ Id: created.id, IsWon: true }));

const rows = Array.from({ length: 200 }, (_, index) => ({ Name: `Batch ${index}`, StageName: 'Discovery', CloseDate: '2030-01-31' }));
const batch = await deals.create(rows);
const changes = batch.map((row, index) => ({ Id: row.id, ForecastCategoryName: index % 50 === 0 ? 'Nope' : 'Pipeline' }));
const changed = await deals.update(changes, { allOrNone: false });
const together = await deals.update(changes.slice(0, 3), { allOrNone: true });

const scores = org.sobject('MIQL_Score__c');
const score = { Key__c: 'jsforce-1', Opportunity__c: created.id };
const inserted = await scores.upsert({ ...score, Outcome__c: 1 }, 'Key__c');
// The parent of a detail row is set once: a second write must leave it out.
const again = await scores.upsert({ Key__c: score.Key__c, Outcome__c: 2 }, 'Key__c');
const scored = await org.query("SELECT Outcome__c FROM MIQL_Score__c WHERE Key__c = 'jsforce-1'");

const many = await deals.retrieve(batch.slice(0, 3).map((row) => row.id));
const deleted = await deals.destroy(created.id);
const gone = await refusal(() => deals.retrieve(created.id));
const allDeleted = await deals.destroy(batch.map((row) => row.id));

print({
  created, updated, refused, inserted, again, deleted, gone,
  read: { StageName: read.StageName, Amount: read.Amount, NextStep: read.NextStep, Probability: read.Probability },
  batchCreated: batch.filter((row) => row.success).length,
  changed: changed.filter((row) => row.success).length,
  failure: changed[50],
  order: changed.every((row, index) => !row.success || row.id === batch[index].id),
  together,
  score: scored.records.map((row) => row.Outcome__c),
  many: many.map((row) => row.Name),
  allDeleted: allDeleted.filter((row) => row.success).length,
  left: (await org.query("SELECT COUNT() FROM Opportunity WHERE Name LIKE 'Batch %'")).totalSize,
});
