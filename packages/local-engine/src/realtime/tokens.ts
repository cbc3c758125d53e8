import { createHmac, randomBytes } from "node:crypto";
import { sign, verify } from "hono/jwt";
import * as z from "zod";
import type { TopicGrant } from "./hub.ts";

const lifetime = 60_000;
const audience = "realtime:subscribe";

const claimsSchema = z.object({
  aud: z.string(),
  exp: z.number(),
  topics: z.array(z.object({ channel: z.string(), topic: z.string() })).optional(),
});

type ReadToken = { ok: true; topics: TopicGrant[] } | { ok: false; status: 401 | 403; error: string };

/** Subscription tokens: signed, short-lived, and good for the topics that they name and nothing else. */
export interface SubscriptionTokens {
  /** @returns a JSON Web Token with which to connect within a minute; the connection may last longer. */
  issue(topics: readonly TopicGrant[]): Promise<string>;
  /** The topics that a token opens, or why it opens none: 401 for one that is not valid, 403 for one of another purpose. */
  read(token: string | undefined): Promise<ReadToken>;
}

/**
 * @param signingKey the engine's, so that tokens outlive a restart; without one they are good for this process only.
 * @param now the computer's time unless given.
 */
export function createSubscriptionTokens({
  signingKey,
  now = Date.now,
}: {
  signingKey?: string | undefined;
  now?: (() => number) | undefined;
}): SubscriptionTokens {
  const secret =
    signingKey === undefined
      ? randomBytes(32).toString("hex")
      : createHmac("sha256", signingKey).update(audience).digest("hex");

  async function claimsOf(token: string): Promise<z.infer<typeof claimsSchema> | undefined> {
    try {
      // The times are compared below, with the clock that was handed in.
      const payload = await verify(token, secret, { alg: "HS256", exp: false, iat: false, nbf: false });
      return claimsSchema.safeParse(payload).data;
    } catch {
      return undefined;
    }
  }

  return {
    issue(topics) {
      const issuedAt = now();
      const claims = {
        aud: audience,
        iat: Math.floor(issuedAt / 1_000),
        exp: Math.ceil((issuedAt + lifetime) / 1_000),
        topics: topics.map(({ channel, topic }) => ({ channel, topic })),
      };
      return sign(claims, secret, "HS256");
    },
    async read(token) {
      if (!token)
        return refused(401, "the subscription token is missing. Ask for one and add it as `token`.");
      const claims = await claimsOf(token);
      if (!claims) {
        return refused(
          401,
          "the subscription token is not one of this engine's, or the engine was restarted since. Ask for a new one.",
        );
      }
      if (claims.exp * 1_000 <= now()) {
        const end = new Date(claims.exp * 1_000).toISOString();
        return refused(401, `the subscription token was good until ${end}. Ask for a new one.`);
      }
      if (claims.aud !== audience || !claims.topics?.length)
        return refused(403, "this token opens no topics: it was issued for something else than subscribing.");
      return { ok: true, topics: claims.topics };
    },
  };
}

function refused(status: 401 | 403, error: string): ReadToken {
  return { ok: false, status, error };
}
