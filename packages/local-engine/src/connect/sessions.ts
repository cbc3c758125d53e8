import { randomBytes } from "node:crypto";
import { ulid } from "ulid";

const lifetime = 60_000;

export interface Session {
  connectionId: string;
  sessionToken: string;
}

/** Connections that were asked for over HTTP and have not been opened yet; each can be opened once, within a minute. */
export function createSessions(now: () => number = Date.now) {
  const open = new Map<string, { sessionToken: string; end: number }>();

  function forgetOld() {
    for (const [id, { end }] of open) if (end <= now()) open.delete(id);
  }

  return {
    begin(): Session {
      forgetOld();
      const session = { connectionId: ulid(), sessionToken: randomBytes(24).toString("base64url") };
      open.set(session.connectionId, { sessionToken: session.sessionToken, end: now() + lifetime });
      return session;
    },
    take({ connectionId, sessionToken }: Session): boolean {
      forgetOld();
      const isKnown = open.get(connectionId)?.sessionToken === sessionToken;
      if (isKnown) open.delete(connectionId);
      return isKnown;
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;
