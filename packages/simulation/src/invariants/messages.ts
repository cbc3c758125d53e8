import type { SentMessage } from "@org/local-stack";
import type { City } from "../world/city.ts";
import type { Invariant } from "./invariant.ts";

/**
 * No message left twice under one key. Most name what they are about, so that two equal ones are one; where the same thing
 * happens again, as a product that sells out twice, each is proved by its own key in the record of deliveries.
 */
export function everyMessageOnce(): Invariant {
  const seen = new Map<string, SentMessage[]>();
  let looked = 0;
  return async (city) => {
    const all = city.emulators.outbox();
    const fresh = all.slice(looked).filter(({ vendor }) => vendor !== "razorpay");
    looked = all.length;
    const repeated = new Set<string>();
    for (const message of fresh) {
      const text = textOf(message, city.memory.gone);
      const alike = [...(seen.get(text) ?? []), message];
      seen.set(text, alike);
      if (alike.length > 1) repeated.add(text);
    }
    const wrong: string[] = [];
    for (const text of repeated) {
      const alike = seen.get(text) ?? [];
      const [first] = alike;
      if (!first || (await haveKeys(city, alike))) continue;
      const subject = first.subject ?? first.text ?? "";
      wrong.push(`${first.vendor} sent ${alike.length} times to ${first.to}: ${subject}`);
    }
    return wrong;
  };
}

async function haveKeys({ pool }: City, messages: readonly SentMessage[]): Promise<boolean> {
  const ids = messages.map(({ id }) => id);
  const { rows } = await pool.query<{ keys: number }>(
    "select count(distinct key)::int as keys from platform.deliveries where message_id = any($1)",
    [ids],
  );
  return rows[0]?.keys === ids.length;
}

/** Whoever closed an account and opens another one is somebody new, who is welcomed again. */
function textOf({ vendor, to, subject, text, at }: SentMessage, gone: City["memory"]["gone"]): string {
  const accounts = gone.filter(
    ({ email, phone, at: closedAt }) => (email === to || phone === to) && closedAt <= Date.parse(at),
  ).length;
  return JSON.stringify([vendor, to, accounts, subject, text]);
}

/** Nothing waits for a word of the engine. */
export const outboxIsEmpty: Invariant = async ({ pool }) => {
  const { rows } = await pool.query<{ id: string }>(
    "select id from platform.outbox where accepted_at is null order by position",
  );
  return rows.map(({ id }) => `${id} is still in the outbox`);
};
