// Every way in that jsforce knows, and what it makes of the replies.
import { connectedApp, password, print, refusal, signedIn, username, withoutConnectedApp, withToken } from './connection.mjs';

const byClientCredentials = await signedIn();

const byPassword = connectedApp();
const passwordUser = await byPassword.login(username, password);

const bySoap = withoutConnectedApp();
const soapUser = await bySoap.login(username, password);

const byToken = withToken(byClientCredentials.instanceUrl, byClientCredentials.accessToken);
const identity = await byToken.identity();

const expired = withToken(byClientCredentials.instanceUrl, '00Dxx0000000000!expired');

print({
  clientCredentials: byClientCredentials.userInfo,
  password: passwordUser,
  soap: soapUser,
  soapRows: (await bySoap.query('SELECT Id FROM User LIMIT 1')).records.length,
  passwordRows: (await byPassword.query('SELECT Id FROM User LIMIT 1')).records.length,
  identity: { user_id: identity.user_id, organization_id: identity.organization_id, username: identity.username },
  wrongPassword: await refusal(() => connectedApp().login(username, 'wrong')),
  expired: await refusal(() => expired.query('SELECT Id FROM User')),
});
