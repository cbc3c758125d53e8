import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import { hashOf, newToken } from "../token.ts";
import type { Passkey, Passkeys } from "./port.ts";

export function convexPasskeys(deployment: ConvexDeployment): Passkeys {
  const { query, mutation } = deployment.callsOf("passkeys");
  const { passkeys } = functions;
  return {
    add: (passkey) => mutation(passkeys.add, passkey),
    list: async (userId) => (await query(passkeys.list, { userId })).map(passkeyFrom),

    async find(credentialId) {
      const found = await query(passkeys.find, { credentialId });
      return found === null ? undefined : passkeyFrom(found);
    },

    use: (credentialId, counter) => mutation(passkeys.use, { credentialId, counter }),
    rename: (userId, credentialId, name) => mutation(passkeys.rename, { userId, credentialId, name }),
    remove: (userId, credentialId) => mutation(passkeys.remove, { userId, credentialId }),

    async openChallenge(challenge, expiresAt) {
      const token = newToken();
      const values = { ...challenge, tokenHash: hashOf(token), expiresAt: Date.parse(expiresAt) };
      await mutation(passkeys.openChallenge, values);
      return token;
    },

    takeChallenge: async (token) =>
      (await mutation(passkeys.takeChallenge, { tokenHash: hashOf(token) })) ?? undefined,
  };
}

interface StoredPasskey extends Omit<Passkey, "createdAt" | "lastUsedAt"> {
  createdAt: number;
  lastUsedAt?: number;
}

function passkeyFrom({ createdAt, lastUsedAt, ...passkey }: StoredPasskey): Passkey {
  return {
    ...passkey,
    createdAt: new Date(createdAt).toISOString(),
    ...(lastUsedAt !== undefined && { lastUsedAt: new Date(lastUsedAt).toISOString() }),
  };
}
