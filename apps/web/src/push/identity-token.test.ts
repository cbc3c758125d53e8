import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { identityKey, privateKeyFrom } from "./identity-key.ts";
import { identityToken, tokenLifetime } from "./identity-token.ts";

const appId = "0d7c5ab6-6f0e-4d6f-9a55-0c0a11c0ffee";
const pemOf = (namedCurve: string, type: "pkcs8" | "sec1" = "pkcs8") =>
  generateKeyPairSync("ec", { namedCurve }).privateKey.export({ type, format: "pem" }).toString();

it("says whose browser it is, for an hour, signed with ES256", async () => {
  const key = pemOf("P-256");
  const now = new Date("2026-11-28T10:00:00Z");
  const token = await identityToken({ appId, key, pushId: "mohallamart:user_1", now });
  const publicKey = createPublicKey(privateKeyFrom(key));
  const { payload } = await jwtVerify(token, publicKey, { issuer: appId, currentDate: now });
  expect(payload).toEqual({
    iss: appId,
    exp: now.getTime() / 1_000 + tokenLifetime,
    identity: { external_id: "mohallamart:user_1" },
  });
  expect(decodeProtectedHeader(token)).toEqual({ alg: "ES256", typ: "JWT" });
  const later = new Date(now.getTime() + tokenLifetime * 1_000 + 1_000);
  await expect(jwtVerify(token, publicKey, { currentDate: later })).rejects.toThrow(/exp/);
});

describe("a key", () => {
  it.each([
    ["with line breaks", pemOf("P-256")],
    ["on one line", pemOf("P-256").replaceAll("\n", "\\n")],
    ["as openssl names it", pemOf("P-256", "sec1")],
  ])("%s is taken, and signs", async (_form, key) => {
    expect(identityKey.safeParse(key).success).toBe(true);
    expect((await identityToken({ appId, key, pushId: "mohallamart:user_1" })).split(".")).toHaveLength(3);
  });

  it.each([
    ["of another curve", pemOf("P-384")],
    ["cut off", pemOf("P-256").slice(0, 80)],
    ["that is public", createPublicKey(pemOf("P-256")).export({ type: "spki", format: "pem" }).toString()],
    ["that is no key", "os_v2_app_secret"],
  ])("%s is refused with where it is found, and not quoted", (_form, key) => {
    const { error } = identityKey.safeParse(key);
    expect(error?.issues.map(({ message }) => message)).toEqual([
      "the whole private key (PEM, P-256) of the app's identity verification, its line breaks written \\n",
    ]);
  });
});
