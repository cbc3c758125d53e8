import type { SentMessage } from "@org/local-stack";
import type { Invariant } from "./invariant.ts";

/** No message left twice. Each names what it is about, so two equal ones are one key on one channel. */
export function everyMessageOnce(): Invariant {
  const seen = new Set<string>();
  let looked = 0;
  return ({ emulators }) => {
    const all = emulators.outbox();
    const fresh = all.slice(looked).filter(({ vendor }) => vendor !== "razorpay");
    looked = all.length;
    return fresh.flatMap((message) => {
      const text = textOf(message);
      if (seen.has(text))
        return [`${message.vendor} sent twice to ${message.to}: ${message.subject ?? text}`];
      seen.add(text);
      return [];
    });
  };
}

function textOf({ vendor, to, subject, text }: SentMessage): string {
  return JSON.stringify([vendor, to, subject, text]);
}

/** Nothing waits for a word of the engine. */
export const outboxIsEmpty: Invariant = async ({ pool }) => {
  const { rows } = await pool.query<{ id: string }>(
    "select id from platform.outbox where accepted_at is null order by position",
  );
  return rows.map(({ id }) => `${id} is still in the outbox`);
};
