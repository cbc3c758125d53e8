import type { KnownBrowsers } from "../../known-browsers/port.ts";
import type { Passkeys } from "../../passkeys/port.ts";
import type { Sessions } from "../../sessions/port.ts";
import { tenOceanSubjectPrefix } from "../../sessions/subject.ts";

/** Somebody's own store; 10 Ocean's people are told by how their subjects begin. */
function keeping<Store>(market: Store, others: Store): (userId: string) => Store {
  return (userId) => (userId.startsWith(tenOceanSubjectPrefix) ? others : market);
}

/** A token says nothing of whose it is, so the marketplace is asked first, and the other one then. */
export function sessionsOfBoth(market: Sessions, others: Sessions): Sessions {
  const of = keeping(market, others);
  return {
    open: (userId, ...more) => of(userId).open(userId, ...more),
    use: async (token, place) => (await market.use(token, place)) ?? (await others.use(token, place)),
    replace: async (token, standing) =>
      (await market.replace(token, standing)) ?? (await others.replace(token, standing)),
    list: (userId, token) => of(userId).list(userId, token),
    async close(token) {
      await market.close(token);
      await others.close(token);
    },
    closeOne: (userId, sessionId) => of(userId).closeOne(userId, sessionId),
    closeAllOf: (userId) => of(userId).closeAllOf(userId),
    async removeExpired({ unusedSince, limit = 500 }) {
      const removed = await market.removeExpired({ unusedSince, limit });
      if (removed >= limit) return removed;
      return removed + (await others.removeExpired({ unusedSince, limit: limit - removed }));
    },
  };
}

/** A browser gets a new token with each sign-in, so it is known for those who signed in to the product used last. */
export function knownBrowsersOfBoth(market: KnownBrowsers, others: KnownBrowsers): KnownBrowsers {
  const of = keeping(market, others);
  return {
    remember: (userId, token) => of(userId).remember(userId, token),
    usersOf: async (token) => [...(await market.usersOf(token)), ...(await others.usersOf(token))],
  };
}

export function passkeysOfBoth(market: Passkeys, others: Passkeys): Passkeys {
  const of = keeping(market, others);
  return {
    async add(passkey) {
      // A credential is one person's, of whichever product.
      const other = of(passkey.userId) === market ? others : market;
      return (await other.find(passkey.credentialId)) ? false : of(passkey.userId).add(passkey);
    },
    list: (userId) => of(userId).list(userId),
    find: async (credentialId) => (await market.find(credentialId)) ?? (await others.find(credentialId)),
    use: async (credentialId, counter) =>
      (await market.use(credentialId, counter)) || (await others.use(credentialId, counter)),
    rename: (userId, ...more) => of(userId).rename(userId, ...more),
    remove: (userId, credentialId) => of(userId).remove(userId, credentialId),
    openChallenge: (challenge, expiresAt) => of(challenge.userId ?? "").openChallenge(challenge, expiresAt),
    takeChallenge: async (token) =>
      (await market.takeChallenge(token)) ?? (await others.takeChallenge(token)),
  };
}
