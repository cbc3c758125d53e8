import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type BatchedOutcome, unsentOf } from "../../deliver.ts";
import { requestsAtOnce, sameWords, sendPushGroup } from "../../push-batch.ts";
import { unlessReplayed } from "../../replayed-apart.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { WrittenPush } from "./push-template.ts";
import { readingOnce } from "./reading-once.ts";
import { atPlace, messageOf, notLeft, type SentMessages, sentMessages } from "./requested-messages.ts";
import { type PushRequest, type PushSenderPorts, writePush } from "./send-requested-pushes.ts";
import { withLinks } from "./with-links.ts";

/** Sends push messages that go to many: the same words to all devices in one call. That somebody has no device is no failure. */
export function deliverBulkPush(ports: PushSenderPorts): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "deliver-bulk-push",
      triggers: [{ ...notificationPushRequested, if: "event.data.priority == 'bulk'" }],
      batchEvents: { maxSize: 100, timeout: "2s", if: unlessReplayed },
      retries: defaultRetries,
      throttle: sendingShare("deliver-bulk-push", ports.limits),
    },
    async ({ event, events, step }) => {
      const received: readonly (typeof event)[] = events;
      const requests = received.map(({ data }) => data);
      const sent = await sendGroups(step, ports, requests);
      // One that does not leave is recorded; the others are no failure.
      if (sent.failed > 0 && sent.failed === sent.outcomes.length) throw notLeft("push messages", sent);
      const { outcomes: _, ...counts } = sent;
      return counts;
    },
  );
}

/** Who hears the same, by the places of their events in the run's. */
interface Group {
  words: WrittenPush;
  places: number[];
}

interface Grouped {
  groups: Group[];
  /** Whom there is nothing to tell any more. */
  skipped: number;
  /** Why others cannot be told. */
  refusals: { place: number; reason: string }[];
  sentBefore: number;
}

async function sendGroups(
  step: WorkflowStep,
  ports: PushSenderPorts,
  requests: readonly PushRequest[],
): Promise<SentMessages> {
  const { push, deliveries } = ports;
  if (!push) return sentMessages([], 0);
  const { groups, refusals, sentBefore }: Grouped = await step.run("group-by-words", () =>
    groupByWords(ports, requests),
  );
  const outcomes: SentMessages["outcomes"] = refusals.map(({ place, reason }) => ({
    request: atPlace(requests, place),
    outcome: { status: "failed", reason },
  }));
  for (const [number, { words, places }] of groups.entries()) {
    if (number > 0 && number % requestsAtOnce === 0) await step.sleep(`pace-push:${number}`, "1s");
    const group = places.map((place) => atPlace(requests, place));
    const [first] = group;
    if (!first) continue;
    const sent: BatchedOutcome[] = await sendPushGroup(step, {
      push,
      deliveries,
      number,
      // The same words to all of them, so no link in them is one reader's own.
      words: () => withLinks(ports, { about: first.about, userId: undefined }, words),
      readers: group.map((request) => ({ userId: request.readerId, message: messageOf(request, "push") })),
    });
    for (const [place, outcome] of sent.entries()) outcomes.push({ request: atPlace(group, place), outcome });
  }
  return sentMessages(outcomes, sentBefore);
}

/** Puts those that have not been sent into words, as they are now. */
async function groupByWords(ports: PushSenderPorts, requests: readonly PushRequest[]): Promise<Grouped> {
  const shared = readingOnce(ports);
  const keyed = requests.map((request, place) => ({ key: request.key, place, request }));
  const unsent = await unsentOf(ports.deliveries, keyed);
  const found = await Promise.all(
    unsent.map(async ({ place, request }) => ({ place, words: await wordsOrWhyNot(shared, request) })),
  );
  const written = found.flatMap(({ place, words }) => ("title" in words ? [{ place, words }] : []));
  const refusals = found.flatMap(({ place, words }) =>
    "refused" in words ? [{ place, reason: words.refused }] : [],
  );
  const byPlace = new Map(written.map(({ place, words }) => [place, words]));
  const groups = sameWords(written).flatMap((places): Group[] => {
    const words = byPlace.get(places[0] ?? -1);
    return words ? [{ words, places }] : [];
  });
  const skipped = unsent.length - written.length - refusals.length;
  return { groups, refusals, skipped, sentBefore: requests.length - unsent.length };
}

async function wordsOrWhyNot(ports: PushSenderPorts, request: PushRequest) {
  try {
    return await writePush(ports, request);
  } catch (error) {
    // By name: the class may be that of another copy of the SDK.
    if (!(error instanceof Error) || error.name !== NonRetriableError.name) throw error;
    return { refused: error.message };
  }
}
