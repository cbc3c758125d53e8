import { readReplay } from "@org/events/inngest";
import { cutText } from "@org/events/text";
import { withoutValues } from "@org/integrations/redact";
import type { DeadLetterEvent, NewDeadLetter } from "@org/stores/dead-letters/port";
import { redact } from "@org/stores/dead-letters/redacted";
import * as z from "zod";
import { attemptsIn } from "../retry-policy.ts";
import { operationsAppId } from "./client.ts";

/** Any function of the environment that failed for good, but these ones: what looks after failures cannot feed itself. */
export const anyFunctionFailed: { event: "inngest/function.failed"; if: string } = {
  event: "inngest/function.failed",
  if: `!event.data.function_id.startsWith("${operationsAppId}-")`,
};

/** Letters, alerts, log lines and the console's lists carry it; who needs more finds the run in the engine. */
const longestMessage = 2_000;

/** So deep is what threw; what lies below them called it. */
const mostFrames = 30;

const eventSchema = z.object({
  id: z.string().default(""),
  name: z.string(),
  data: z.unknown().optional(),
  ts: z.number().optional(),
  v: z.string().nullish(),
});

/** What Inngest says about it (inngest.com/docs/reference/system-events/inngest-function-failed); `events` of a batch. */
const failureSchema = z.object({
  function_id: z.string(),
  run_id: z.string(),
  error: z.object({
    name: z.string().default("Error"),
    message: z.string().default("The engine gave no reason."),
    stack: z.string().nullish(),
    cause: z.unknown().optional(),
  }),
  event: eventSchema,
  events: z.array(eventSchema).nullish(),
});

/** Reads `inngest/function.failed`. A replay that failed is told by the events that it replayed. */
export function failedRun(
  { data, ts }: { data?: unknown; ts?: number },
  apps: readonly string[],
): NewDeadLetter {
  const failure = failureSchema.parse(data);
  const started = failure.events?.length ? failure.events : [failure.event];
  const replay = started.map(readReplay).find(Boolean);
  const events = started.flatMap((event) => readReplay(event)?.events ?? [event]);
  const { name, message, cause } = failure.error;
  const frames = framesOf(failure.error.stack);
  return {
    runId: failure.run_id,
    ...appAndWorkflow(failure.function_id, apps),
    events,
    error: {
      name: cutText(name, 100),
      message: cutText(withoutValues(message, events.flatMap(personalTexts)), longestMessage),
      ...(frames.length > 0 && { frames }),
    },
    attempts: attemptsIn(cause),
    replayOf: replay?.runId,
    failedAt: new Date(ts ?? Date.now()).toISOString(),
  };
}

/** Lines of a stack that name a place: the words before them stand in the message, which shows no personal data. */
function framesOf(stack: string | null | undefined): string[] {
  const frames = (stack ?? "").split("\n").flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []);
  return frames.slice(0, mostFrames).map((frame) => cutText(frame, 300));
}

/** An unknown app's id is taken to have no hyphen; a replay puts the two together again, whatever they are. */
function appAndWorkflow(functionId: string, apps: readonly string[]): { app: string; workflow: string } {
  const known = apps.find((app) => functionId.startsWith(`${app}-`));
  const app = known ?? functionId.slice(0, Math.max(0, functionId.indexOf("-")));
  return { app, workflow: functionId.slice(app.length + 1) };
}

/** The texts of an event that no alert or log may show. */
function personalTexts({ name, data }: DeadLetterEvent): string[] {
  const shown = textsIn(redact(name, data));
  return [...textsIn(data)].filter((text) => !shown.has(text));
}

function textsIn(data: unknown): Set<string> {
  const texts = new Set<string>();
  JSON.stringify(data, (_key, value: unknown) => {
    if (typeof value === "string") texts.add(value);
    return value;
  });
  return texts;
}
