import type { NewEventData } from "@org/events";
import { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import type { TestBench } from "./test-bench.ts";

type Requested = NewEventData<typeof notificationEmailRequested>;

/** Asks for emails to customers, as workflows do; what is not said is as in a test. */
export async function askFor(
  { engine }: Pick<TestBench, "engine">,
  emails: readonly (Pick<Requested, "key" | "template" | "data"> & Partial<Requested>)[],
): Promise<void> {
  const common = {
    about: "test_1",
    askedBy: "test",
    recipient: "customer",
    priority: "transactional",
  } as const;
  await engine.send(
    emails.map((email) =>
      notificationEmailRequested.create({
        ...common,
        ...(typeof email.data.orderId === "string" ? { about: email.data.orderId } : {}),
        ...email,
      }),
    ),
  );
}
