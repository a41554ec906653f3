// What the org says about itself.
import { print, signedIn } from './connection.mjs';

const org = await signedIn('50.0');
const global = await org.describeGlobal();
const opportunity = await org.sobject('Opportunity').describe();
const account = await org.describe('Account');
const limits = await org.limits();

print({
  objects: global.sobjects.map((object) => object.name),
  stages: opportunity.fields.find((field) => field.name === 'StageName').picklistValues.map((value) => value.label),
  children: account.childRelationships.filter((child) => child.relationshipName === 'Opportunities').map((child) => child.childSObject),
  rowTemplate: opportunity.urls.rowTemplate,
  limits: limits.DailyApiRequests,
  usage: org.limitInfo.apiUsage,
});
