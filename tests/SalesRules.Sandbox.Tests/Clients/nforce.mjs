// nforce: a client of another family than jsforce. It signs in with a password and speaks in records of its own.
import nforce from 'nforce';
import { password, print, refusal, username } from './connection.mjs';

const { SANDBOX_URL: url, SANDBOX_CLIENT_ID: clientId, SANDBOX_CLIENT_SECRET: clientSecret } = process.env;

function connection() {
  return nforce.createConnection({
    clientId, clientSecret, redirectUri: 'http://localhost/callback', mode: 'single', apiVersion: 'v59.0',
    loginUri: `${url}/services/oauth2/token`,
  });
}

const org = connection();
await org.authenticate({ username, password });
const identity = await org.getIdentity();

const first = await org.query({ query: 'SELECT Id FROM Opportunity ORDER BY Id' });
const next = await org.getUrl({ url: first.nextRecordsUrl });
const all = await org.query({ query: 'SELECT Id FROM Opportunity', fetchAll: true });
const count = await org.query({ query: "SELECT COUNT() FROM Opportunity WHERE Name = 'Deal 7'" });

const deal = nforce.createSObject('Opportunity', { Name: 'Made by nforce', StageName: 'Discovery', CloseDate: '2030-06-30', Amount: 1500 });
const created = await org.insert({ sobject: deal });
deal.set('StageName', 'POV');
await org.update({ sobject: deal });
const read = await org.getRecord({ sobject: deal, fields: ['StageName', 'Amount', 'Probability'] });

async function upsert(values) {
  const score = nforce.createSObject('MIQL_Score__c', values);
  score.setExternalId('Key__c', 'nforce-1');
  return org.upsert({ sobject: score });
}

const inserted = await upsert({ Opportunity__c: deal.getId(), Outcome__c: 1 });
const again = await upsert({ Outcome__c: 2 });
await org.delete({ sobject: deal });

print({
  user: identity.user_id,
  limit: (await org.getLimits()).DailyApiRequests.Max,
  objects: (await org.getSObjects()).sobjects.map((object) => object.name),
  fields: (await org.getDescribe({ type: 'Opportunity' })).fields.map((field) => field.name),
  pages: [first.records.length, next.records.length, all.records.length],
  count: count.totalSize,
  created, inserted, again,
  read: { stage: read.get('stagename'), amount: read.get('amount'), probability: read.get('probability') },
  gone: await refusal(() => org.getRecord({ sobject: deal })),
  badField: await refusal(() => org.query({ query: 'SELECT Nope__c FROM Opportunity' })),
  badPassword: await refusal(() => connection().authenticate({ username, password: 'wrong' })),
});
