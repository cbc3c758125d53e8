import { asc, eq } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { consents } from "../../schema/mohallamart-consent.ts";
import type { ConsentSource, Consents, Preferences } from "../port.ts";

export function consentsIn(database: Database): Consents {
  return {
    async list(userId) {
      const rows = await database
        .select()
        .from(consents)
        .where(eq(consents.userId, userId))
        .orderBy(asc(consents.consentId));
      return rows.map(({ channel, granted, source, at }) => ({
        channel,
        granted,
        source,
        at: at.toISOString(),
      }));
    },
  };
}

interface Chosen {
  /** Absent where nothing was chosen before. */
  before?: Preferences["channels"];
  channels: Preferences["channels"];
  source: ConsentSource;
}

/** Records each channel that is allowed, or not, from now on. */
export async function recordConsents(
  transaction: Queryable,
  userId: string,
  { before, channels, source }: Chosen,
): Promise<void> {
  const changed = (["email", "sms", "push"] as const).filter(
    (channel) => channels[channel] !== before?.[channel],
  );
  if (changed.length === 0) return;
  await transaction
    .insert(consents)
    .values(changed.map((channel) => ({ userId, channel, granted: channels[channel], source })));
}
