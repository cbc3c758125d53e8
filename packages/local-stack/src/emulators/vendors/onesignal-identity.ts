import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";

const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const publicKey = createPublicKey(privateKey);

/** The account's identity key as an environment holds it: a PEM on one line. A new one for each process. */
export const identityKey = privateKey
  .export({ type: "pkcs8", format: "pem" })
  .toString()
  .replaceAll("\n", "\\n");

/** A token as the web app makes it (documentation.onesignal.com/docs/identity-verification). */
export function identityTokenOf(appId: string, userId: string): Promise<string> {
  return new SignJWT({ identity: { external_id: userId } })
    .setProtectedHeader({ alg: "ES256", typ: "JWT" })
    .setIssuer(appId)
    .setExpirationTime("1h")
    .sign(privateKey);
}

/** Whether a request's `authorization` proves that it is a user's: signed, of this app, in time and of nobody else. */
export async function provesUser(
  authorization: string | undefined,
  { appId, userId, now }: { appId: string; userId: string; now: number },
): Promise<boolean> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  if (token === undefined) return false;
  const options = {
    algorithms: ["ES256"],
    issuer: appId,
    requiredClaims: ["exp"],
    currentDate: new Date(now),
  };
  const payload = await jwtVerify(token, publicKey, options).then(
    (verified) => verified.payload,
    () => undefined,
  );
  return Object(payload?.identity).external_id === userId;
}
