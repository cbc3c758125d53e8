/** What happened to the last request about an event, as the console is told by the address. */
export const outboxNotices = {
  resent: "The event is on its way to the engine again, and is looked for as if it were new.",
  "not-lost": "No such event is lost, or no more: what it starts was seen, or it is on its way again.",
  discarded: "The event is given up: it is never sent, and what waited behind it goes on.",
  "not-refused": "No such event is refused, or no more: the engine took it, or somebody gave it up already.",
  "no-reason": "Nothing was given up: choose why first.",
} as const;

export type OutboxNotice = keyof typeof outboxNotices;

export function isOutboxNotice(text: string | undefined): text is OutboxNotice {
  return text !== undefined && Object.hasOwn(outboxNotices, text);
}

export function outboxPath(event: OutboxNotice) {
  return `/operations?event=${event}#outbox` as const;
}
