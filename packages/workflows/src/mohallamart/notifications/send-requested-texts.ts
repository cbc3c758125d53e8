import type { CausingEvent, EventData } from "@org/events";
import type { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import type { WorkflowStep } from "../../client.ts";
import { deliverEach } from "../../deliver.ts";
import type { Uses } from "../ports.ts";
import { askForEmails } from "./ask-for-messages.ts";
import { readingOnce } from "./reading-once.ts";
import {
  chooseUnsent,
  isNoNews,
  messageOf,
  nothingToTell,
  type SentMessages,
  sentMessages,
  withoutPhone,
} from "./requested-messages.ts";
import type { SmsPorts } from "./sms-template.ts";
import { smsTemplateOf } from "./sms-templates.ts";
import { type LinkPorts, withLinks } from "./with-links.ts";

/** All that the senders of text messages need. */
export type TextPorts = Uses<{
  inngest: true;
  sms: "send";
  deliveries: "get" | "getMany" | "record";
  limits: true;
}> &
  LinkPorts &
  SmsPorts;

type Request = EventData<typeof notificationSmsRequested>;

/** Texts that leave side by side in one step; so many requests a run makes at once. */
export const textsAtOnce = 10;

/**
 * Writes and sends the text messages of one batch of events; whoever has theirs already is left out. One that cannot be
 * sent becomes an email where its request says so, and is no failure then. A phone number is in no step's result.
 */
export async function sendRequestedTexts(
  step: WorkflowStep,
  ports: TextPorts,
  events: readonly (CausingEvent & { data: Request })[],
): Promise<SentMessages<Request>> {
  const requests = events.map(({ data }) => data);
  const chosen = await chooseUnsent(step, "choose-texts", ports, requests);
  const shared = readingOnce(ports);
  const sent = await deliverEach(step, {
    steps: ["send-texts", "record-text-failures"],
    deliveries: ports.deliveries,
    messages: chosen.map((request) => ({
      message: messageOf(request, "sms"),
      send: (key) => sendText(shared, request, key),
    })),
  });
  const outcomes = chosen.flatMap((request, place) => {
    const outcome = sent[place];
    return outcome ? [{ request, outcome }] : [];
  });
  const instead = outcomes.filter(
    ({ request, outcome }) => request.emailKey && outcome.status === "failed" && !isNoNews(outcome),
  );
  await askForEmails(
    step,
    "ask-for-emails",
    instead.flatMap(({ request }) => emailInstead(request, events)),
  );
  const left = outcomes.filter((each) => !instead.includes(each));
  return sentMessages(left, requests.length - chosen.length);
}

async function sendText(
  ports: TextPorts,
  { template: name, userId, about, data }: Request,
  key: string,
): Promise<{ messageId?: string }> {
  const written = await smsTemplateOf(name).write({ userId, data, ports });
  if ("skipped" in written) throw nothingToTell("sms", written.skipped);
  const { to, text: body, template } = await withLinks(ports, { about, userId }, written);
  if (!to) throw withoutPhone();
  return ports.sms.send({ to, body, template, key });
}

function emailInstead(
  { emailKey, template, data, key: textKey, ...request }: Request,
  events: readonly (CausingEvent & { data: Request })[],
) {
  const cause = events.find((event) => event.data.key === textKey);
  return emailKey && cause ? [{ ...request, key: emailKey, content: { template, data }, cause }] : [];
}
