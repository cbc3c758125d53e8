import type { CausingEvent } from "@org/events";
import { NonRetriableError } from "inngest";
import type { PushWords } from "../../push-batch.ts";
import type { Uses } from "../ports.ts";
import { channelsOf, type Notification, store } from "./notification-run.ts";
import { notificationTypeOf } from "./notification-types.ts";
import { readingOnce } from "./reading-once.ts";
import { renderNotification } from "./render-notification.ts";
import type { Channel } from "./send-over.ts";

export type PreparePorts = Uses<{
  users: "get";
  preferences: "get";
  notifications: "add";
  orders: "get";
  products: "get";
  webUrl: true;
  brand: true;
}>;

/** A notification that was asked for. */
export interface BulkRequest extends Omit<Notification, "content"> {
  cause: CausingEvent;
}

export function requestAt(requests: readonly BulkRequest[], place: number): BulkRequest {
  const request = requests[place];
  if (!request) throw new NonRetriableError(`The run has no event at place ${place}: its events changed.`);
  return request;
}

/** Somebody who is told, by the place of their event in the run's events, which a repeat gets in the same order. */
export interface Reader {
  place: number;
  /** What it is about. */
  subject: string;
  words: PushWords;
  channels: Channel[];
}

export interface Prepared {
  readers: Reader[];
  /** Who is gone, and whom there is nothing to tell any more. */
  skipped: number;
  /** Why others cannot be told. */
  refusals: string[];
}

/** Puts each into its reader's inbox, and finds out how else they are told. */
export async function prepareNotifications(
  ports: PreparePorts,
  requests: readonly BulkRequest[],
): Promise<Prepared> {
  const prepared: Prepared = { readers: [], skipped: 0, refusals: [] };
  const shared = readingOnce(ports);
  const found = await Promise.all(
    requests.map(async (request, place) => ({ place, reader: await readerOf(shared, request) })),
  );
  for (const { place, reader } of found) {
    if (!reader) prepared.skipped += 1;
    else if ("refused" in reader) prepared.refusals.push(reader.refused);
    else prepared.readers.push({ place, ...reader });
  }
  return prepared;
}

async function readerOf(
  ports: PreparePorts,
  { notificationId, event }: BulkRequest,
): Promise<Omit<Reader, "place"> | { refused: string } | undefined> {
  try {
    const user = await ports.users.get(event.userId);
    const type = notificationTypeOf(event.type);
    const content = user && (await renderNotification(type, { user, data: event.data, ports }));
    if (!content || !(await store(ports, { notificationId, event, content }))) return undefined;
    const allowed = await channelsOf(ports, event);
    const { subject, title, body, url } = content;
    const channels = [...new Set(event.channels)].filter((channel) => allowed[channel]);
    return { subject, words: { title, body, url }, channels };
  } catch (error) {
    if (!isNonRetriable(error)) throw error;
    return { refused: error.message };
  }
}

/** By name: the class may be that of another copy of the SDK. */
function isNonRetriable(error: unknown): error is Error {
  return error instanceof Error && error.name === NonRetriableError.name;
}
