import { join } from "node:path";
import { openJsonLines } from "./json-lines.ts";
import { createListeners } from "./listeners.ts";

export type Channel = "email" | "sms" | "push" | "webhook" | "chat";

/** A message that a vendor accepted, as its recipient would get it. */
export interface SentMessage {
  /** The vendor's own id of the message. */
  id: string;
  vendor: string;
  channel: Channel;
  /** ISO time at which the vendor accepted it. */
  at: string;
  /** Recipient: email address, phone number, user id, URL or channel. Several are joined with ", ". */
  to: string;
  from?: string;
  subject?: string;
  /** Plain text. */
  text?: string;
  html?: string;
  /** The message as the vendor's API gives it back when asked by id. */
  resource: Record<string, unknown>;
}

/** Every message that left through the emulators, oldest first. */
export interface Outbox {
  all(): readonly SentMessage[];
  find(vendor: string, id: string): SentMessage | undefined;
  /** Records messages; one that is already there by vendor and id is not recorded again. */
  record(messages: SentMessage[]): Promise<void>;
  /** Calls the listener after each change. Returns the function that ends it. */
  watch(listener: () => void): () => void;
  clear(): void;
}

/** With a folder, the messages survive a restart. */
export function openOutbox(stateDir?: string): Outbox {
  const journal = openJsonLines<SentMessage>(stateDir && join(stateDir, "outbox.jsonl"));
  const { notify, watch } = createListeners();
  const keyOf = (vendor: string, id: string) => `${vendor} ${id}`;
  const byId = new Map(journal.all().map((message) => [keyOf(message.vendor, message.id), message]));
  const find = (vendor: string, id: string) => byId.get(keyOf(vendor, id));
  return {
    all: journal.all,
    find,
    async record(messages) {
      const added = messages.filter((message) => !find(message.vendor, message.id));
      for (const message of added) byId.set(keyOf(message.vendor, message.id), message);
      await journal.append(added);
      if (added.length > 0) notify();
    },
    watch,
    clear() {
      byId.clear();
      journal.clear();
      notify();
    },
  };
}
