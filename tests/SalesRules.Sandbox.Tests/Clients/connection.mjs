// How every script here reaches the sandbox org: the address and the keys come from the environment,
// and the one thing a script prints is its result as JSON.
import jsforce from 'jsforce';

const { SANDBOX_URL: loginUrl, SANDBOX_CLIENT_ID: clientId, SANDBOX_CLIENT_SECRET: clientSecret } = process.env;

export const username = process.env.SANDBOX_USERNAME;
export const password = process.env.SANDBOX_PASSWORD;

export function connectedApp(version = '64.0') {
  return new jsforce.Connection({ oauth2: { loginUrl, clientId, clientSecret }, version });
}

export async function signedIn(version) {
  const connection = connectedApp(version);
  await connection.authorize({ grant_type: 'client_credentials' });
  return connection;
}

export function withToken(instanceUrl, accessToken) {
  return new jsforce.Connection({ instanceUrl, accessToken, version: '64.0' });
}

export function withoutConnectedApp() {
  return new jsforce.Connection({ loginUrl });
}

// What a failed call told its caller.
export async function refusal(call) {
  try {
    await call();
  } catch (error) {
    return { code: error.errorCode ?? error.name, message: error.message };
  }
  throw new Error('The call was expected to fail.');
}

export function print(result) {
  console.log(JSON.stringify(result));
}
