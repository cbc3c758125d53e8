import { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import type { createTestEngine } from "@org/local-engine/test";
import { vi } from "vitest";

const keyOf = ({ data }: { data?: unknown }): unknown => Object(data).key;

/** The functions that collect the messages that others ask for, by what asks for them. */
const senders = {
  [notificationEmailRequested.event]: ["deliver-email", "deliver-bulk-email"],
  [notificationPushRequested.event]: ["deliver-push", "deliver-bulk-push"],
  [notificationSmsRequested.event]: ["deliver-sms", "deliver-bulk-sms"],
};

/** @param pending how many events wait in the outbox */
export function settling(engine: ReturnType<typeof createTestEngine>, pending: () => Promise<number>) {
  /** Waits until the outbox is empty and everything that is due has run, also what that emitted in turn. */
  async function runDue(): Promise<void> {
    let before: number;
    do {
      await vi.waitUntil(async () => (await pending()) === 0, { timeout: 10_000, interval: 5 });
      before = engine.events().length;
      await engine.runUntilIdle();
      // The relay works beside this loop: an event that it delivered meanwhile has runs of its own.
    } while ((await pending()) > 0 || engine.events().length > before);
  }

  /** Whether a message was asked for that no sender has taken: they collect for a second or two, and take turns. */
  function isMessageWaiting(): boolean {
    return Object.entries(senders).some(([name, functionIds]) => {
      const asked = engine.events({ name });
      if (asked.length === 0) return false;
      const runs = functionIds.flatMap((functionId) => engine.runs({ functionId }));
      const taken = new Set(
        runs.filter(({ status }) => status !== "Queued").flatMap(({ events }) => events.map(keyOf)),
      );
      return asked.some((event) => !taken.has(keyOf(event)));
    });
  }

  /** Waits until everything that is due has run, and the messages that it asked for are with their senders. */
  async function settle(): Promise<void> {
    await runDue();
    for (let second = 0; second < 60 && isMessageWaiting(); second += 1) {
      await engine.advance("1s");
      await runDue();
    }
  }

  return { runDue, settle };
}
