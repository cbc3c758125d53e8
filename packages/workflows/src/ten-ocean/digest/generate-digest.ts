import { InvalidEventError } from "@org/events";
import { notificationDigestGenerate } from "@org/events/ten-ocean/notification-digest-generate";
import { notificationEmailSend } from "@org/events/ten-ocean/notification-email-send";
import type { DigestContent, DigestReader, DigestSpan } from "@org/stores/ten-ocean/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { dailyDigest } from "./daily-digest.ts";
import { personalise } from "./personalise.ts";
import { weeklyDigest } from "./weekly-digest.ts";

/** Readers of one step; their emails fill one request to the vendor. */
const pageSize = 100;

const templates = { daily: dailyDigest, weekly: weeklyDigest };

type Ports = Uses<{ inngest: true; digests: "begin" | "content" | "recipients" | "readers" }>;

/**
 * Writes the digest of a span for everyone who wants it and asks for the emails. Whoever there is nothing to tell gets
 * none, and nobody two of one span: the email's notification is made of the period and the span's end. A reader whose
 * digest cannot be written costs the others nothing; the run fails when everyone else has theirs.
 */
export function generateDigest({ inngest, digests }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "generate-digest", triggers: [notificationDigestGenerate], retries: defaultRetries },
    async ({ event, step }) => {
      const { period, since, until } = event.data;
      const span = await step.run(
        "begin-digest",
        async () => (await digests.begin({ period, since, until })) ?? null,
      );
      if (!span) return { emails: 0, skipped: "A later digest has told of this span." };
      const content: DigestContent = await step.run("collect-content", () => digests.content(span));
      const eventIds = content.events.map(({ eventId }) => eventId);
      const failed: string[] = [];
      let emails = 0;
      let after: string | undefined;
      for (let page = 1; ; page += 1) {
        const { last, readers }: Page = await step.run(`fetch-readers:${page}`, async () => {
          const userIds = await digests.recipients({ period, after, limit: pageSize });
          const last = userIds.length < pageSize ? null : (userIds.at(-1) ?? null);
          return { last, readers: await digests.readers({ userIds, eventIds, span }) };
        });
        const written = readers.map((reader) => write({ span, content, reader }));
        failed.push(...written.flatMap(({ failure }) => failure ?? []));
        const events = written.flatMap(({ email }) => email ?? []);
        try {
          if (events.length > 0) await step.sendEvent(`send-digests:${page}`, events);
          emails += events.length;
        } catch (error) {
          failed.push(`page ${page}: ${error instanceof Error ? error.message : String(error)}`);
        }
        if (last === null) break;
        after = last;
      }
      if (failed.length > 0) {
        throw new NonRetriableError(
          `${emails} digests were sent, ${failed.length} could not be written: ${failed.join("; ")}. Correct what they tell of, then replay the run: nobody gets a second one.`,
        );
      }
      return { ...span, emails };
    },
  );
}

interface Page {
  /** Null on the last page. */
  last: string | null;
  readers: DigestReader[];
}

interface DigestToWrite {
  span: DigestSpan;
  content: DigestContent;
  reader: DigestReader;
}

/** The email of one reader, nothing when there is nothing to tell, or why it cannot be written. */
function write({ span: { period, until }, content, reader }: DigestToWrite) {
  const data = personalise({ content, reader, until });
  if (!data) return {};
  const { userId } = reader;
  const { name: template, priority } = templates[period];
  const notificationId = `${template}:${until}`;
  const id = `${notificationEmailSend.event}:${notificationId}:${userId}`;
  try {
    return {
      email: notificationEmailSend.create({ userId, template, priority, notificationId, data }, { id }),
    };
  } catch (error) {
    if (!InvalidEventError.isInstance(error)) throw error;
    return { failure: `${userId}: ${error.message}` };
  }
}
