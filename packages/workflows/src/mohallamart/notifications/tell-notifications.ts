import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import type { Uses } from "../ports.ts";
import { askForMessages } from "./ask-for-messages.ts";
import { type Channel, channelsOf, messagesOf, type Notification, store } from "./notification-run.ts";
import { notificationTypeOf } from "./notification-types.ts";
import { readingOnce } from "./reading-once.ts";
import { atPlace } from "./requested-messages.ts";

export type TellPorts = Uses<{
  users: "get";
  preferences: "get";
  notifications: "add";
  orders: "get";
  products: "get";
  webUrl: true;
  brand: true;
}>;

/** What became of each notification: over which channels it was asked for, why nobody hears it, or why it cannot be told. */
type Reader =
  | { subject: string; channels: Channel[]; orEmail: boolean }
  | { skipped: string }
  | { refused: string };

/** Counts of one run. */
export interface Told {
  told: number;
  skipped: number;
  /** Messages that were asked for, by channel. */
  asked: Partial<Record<Channel, number>>;
  /** Why others could not be told. */
  refusals: string[];
}

/**
 * Tells people something: each notification goes into its reader's inbox on the site, and its messages are asked for, over the
 * channels that it names and its reader allows by now. No vendor is waited for. A text that was the only channel becomes
 * an email when it cannot be sent.
 */
export async function tellNotifications(
  step: WorkflowStep,
  ports: TellPorts,
  notifications: readonly Notification[],
): Promise<Told> {
  const readers: Reader[] = await step.run("store-notifications", () => {
    const shared = readingOnce(ports);
    return Promise.all(notifications.map((notification) => readerOf(shared, notification)));
  });
  const told = readers.flatMap((reader, place) =>
    "subject" in reader ? [{ reader, notification: atPlace(notifications, place) }] : [],
  );
  await askForMessages(
    step,
    "ask-for-messages",
    told.flatMap(({ reader, notification }) => messagesOf(notification, reader)),
  );
  const over = told.flatMap(({ reader }) => reader.channels);
  const channels = [...new Set(over)];
  return {
    told: told.length,
    skipped: readers.filter((reader) => "skipped" in reader).length,
    asked: Object.fromEntries(
      channels.map((channel) => [channel, over.filter((each) => each === channel).length]),
    ),
    refusals: readers.flatMap((reader) => ("refused" in reader ? [reader.refused] : [])),
  };
}

/** @throws NonRetriableError when some could not be put into words. */
export function checkTold({ refusals, ...counts }: Told): Omit<Told, "refusals"> {
  if (refusals.length > 0)
    throw new NonRetriableError(`${refusals.length} notifications were not told. The first: ${refusals[0]}`);
  return counts;
}

async function readerOf(ports: TellPorts, notification: Notification): Promise<Reader> {
  const { event } = notification;
  try {
    const user = await ports.users.get(event.userId);
    if (!user) return { skipped: "The user is gone." };
    const wording = await notificationTypeOf(event.type).word({ user, data: event.data, ports });
    if (!wording) return { skipped: "There is nothing to tell any more." };
    if (!(await store(ports, notification, wording))) return { skipped: "The user is gone." };
    const allowed = await channelsOf(ports, event);
    const named = [...new Set(event.channels)];
    const orEmail = named.length === 1 && allowed.email;
    return { subject: wording.subject, channels: named.filter((channel) => allowed[channel]), orEmail };
  } catch (error) {
    // By name: the class may be that of another copy of the SDK.
    if (!(error instanceof Error) || error.name !== NonRetriableError.name) throw error;
    return { refused: error.message };
  }
}
