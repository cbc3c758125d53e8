import type { EventData } from "@org/events";
import type { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import type { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import { IntegrationError } from "@org/integrations/error";
import { noDevice } from "@org/integrations/push/port";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type BatchedOutcome, type Message, unsentOf } from "../../deliver.ts";
import { countsOf, type EmailCounts } from "../../email-batch.ts";
import type { Uses } from "../ports.ts";

/** What requests for messages of every channel say. */
type Requested = Pick<
  EventData<typeof notificationPushRequested | typeof notificationSmsRequested>,
  "key" | "template" | "about" | "askedBy" | "recipient"
>;

/** Of one run: what became of each, and how many had been sent before. */
export interface SentMessages<Request extends Requested = Requested> extends EmailCounts {
  sentBefore: number;
  outcomes: { request: Request; outcome: BatchedOutcome }[];
}

/** Those that are not recorded as sent, each key once. */
export async function chooseUnsent<Request extends Requested>(
  step: WorkflowStep,
  stepId: string,
  { deliveries }: Uses<{ deliveries: "getMany" }>,
  requests: readonly Request[],
): Promise<Request[]> {
  const places: number[] = await step.run(stepId, async () => {
    const keys = requests.map(({ key }, place) => ({ key, place }));
    return (await unsentOf(deliveries, keys)).map(({ place }) => place);
  });
  return places.map((place) => atPlace(requests, place));
}

/** @throws NonRetriableError when a run is repeated with other events. */
export function atPlace<Given>(all: readonly Given[], place: number): Given {
  const found = all[place];
  if (found === undefined)
    throw new NonRetriableError(`The run has no event at place ${place}: its events changed.`);
  return found;
}

/** Under the name of the workflow that asked for it. */
export function messageOf(
  { key, about, askedBy, recipient }: Requested,
  channel: Message["channel"],
): Message {
  return { key, subject: about, workflow: askedBy, recipient, channel };
}

/** What became of the requests of a run; what is no failure of anybody's does not count as one. */
export function sentMessages<Request extends Requested>(
  outcomes: SentMessages<Request>["outcomes"],
  sentBefore: number,
): SentMessages<Request> {
  const counted = outcomes.map(({ outcome }) =>
    outcome.status === "failed" && isNobodysMistake(outcome.code)
      ? { ...outcome, status: "skipped" as const }
      : outcome,
  );
  return { ...countsOf(counted), sentBefore, outcomes };
}

/** Why a run has failed: the first of the messages that did not leave, and how many they are. */
export function notLeft(what: string, { outcomes, failed }: SentMessages): NonRetriableError {
  const first = outcomes.find(
    ({ outcome }) => outcome.status === "failed" && !isNobodysMistake(outcome.code),
  );
  const { template, about } = first?.request ?? {};
  return new NonRetriableError(
    `${failed} of ${outcomes.length} ${what} did not leave, the first ${template} about ${about}. ${first?.outcome.reason}`,
  );
}

const noNews = "no_news";
const noPhone = "no_phone";
const noPushVendor = "no_push_vendor";

function isNobodysMistake(code: string | undefined): boolean {
  return code !== undefined && [noNews, noPhone, noPushVendor, noDevice].includes(code);
}

/** Whether there is nothing to tell any more, over whichever channel. */
export function isNoNews({ code }: BatchedOutcome): boolean {
  return code === noNews;
}

/** Recorded as not sent, with why: its reader had been promised nothing. */
export function nothingToTell(port: "push" | "sms", why: string): IntegrationError {
  return noMistake(port, noNews, why);
}

export function withoutPhone(): IntegrationError {
  return noMistake("sms", noPhone, "The user has no phone.");
}

export function withoutPushVendor(): IntegrationError {
  return noMistake("push", noPushVendor, "No push vendor is configured, so nobody has a device.");
}

function noMistake(port: "push" | "sms", code: string, message: string): IntegrationError {
  return new IntegrationError(message, { port, vendor: "none", kind: "final", code });
}
