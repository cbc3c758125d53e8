import type { SentMessage } from "@org/local-stack";
import type { City } from "../world/city.ts";
import type { Invariant } from "./invariant.ts";

/** No message left twice. Each names what it is about, so two equal ones are one key on one channel. */
export function everyMessageOnce(): Invariant {
  const seen = new Set<string>();
  let looked = 0;
  return ({ emulators, memory }) => {
    const all = emulators.outbox();
    const fresh = all.slice(looked).filter(({ vendor }) => vendor !== "razorpay");
    looked = all.length;
    return fresh.flatMap((message) => {
      const text = textOf(message, memory.gone);
      if (seen.has(text))
        return [`${message.vendor} sent twice to ${message.to}: ${message.subject ?? text}`];
      seen.add(text);
      return [];
    });
  };
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
