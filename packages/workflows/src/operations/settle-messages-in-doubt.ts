import { messageInDoubt } from "@org/events/operations/message-in-doubt";
import type { Alert } from "@org/integrations/alerts/port";
import type { SendingRun } from "@org/stores/deliveries/port";
import type { Doubts, MessageInDoubt } from "@org/stores/doubts/port";
import type { InngestFunction } from "inngest";
import type { WorkflowStep } from "../client.ts";
import { defaultRetries } from "../retry-policy.ts";
import { settleAll } from "../settle-all.ts";
import { sendingShare } from "../vendor-limits.ts";
import { mostAsked } from "./most-asked.ts";
import type { Uses } from "./ports.ts";
import { runAgain } from "./run-again.ts";

type Ports = Uses<{
  inngest: true;
  doubts: "list" | "run" | "markAsked" | "markTold" | "clear";
  alerts: "send";
  webUrl: true;
  limits: true;
}>;

/** In one run of this; what is left is asked for within four hours. */
const mostRuns = 20;

/**
 * Finds out what became of messages in doubt, and tells the people who run the system of what nobody can know.
 *
 * Five minutes after the first of them the functions that sent them are run again. They send nothing that was sent:
 * a message in doubt is asked for at its vendor, or handed over again under its key where the vendor knows keys. Five
 * minutes later one alert tells of all that are still in doubt, and of each of them once.
 */
export function settleMessagesInDoubt(ports: Ports): InngestFunction.Any {
  const { inngest, doubts, alerts, webUrl, limits } = ports;
  return inngest.createFunction(
    {
      id: "settle-messages-in-doubt",
      triggers: [messageInDoubt],
      retries: defaultRetries,
      debounce: { period: "5m", timeout: "5m" },
      throttle: sendingShare("settle-messages-in-doubt", limits),
    },
    async ({ step }) => {
      const runs = await step.run("find-runs", () => findRuns(doubts));
      const settled = await askFor(step, doubts, runs);
      await step.sleep("give-them-time", "5m");
      const left: MessageInDoubt[] = await step.run("list-what-is-left", () => doubts.list());
      const untold = left.filter(({ told }) => !told);
      const [first] = untold;
      if (first) {
        await step.run("send-alert", () => alerts.send(toAlert({ first, untold, left }, webUrl)));
        await step.run("remember-alert", () => doubts.markTold(untold.map(({ key }) => key)));
      }
      await step.run("clear-runs", () => doubts.clear());
      return { asked: runs.length, ranAgain: settled, inDoubt: left.length, told: untold.length };
    },
  );
}

async function findRuns(doubts: Ports["doubts"]): Promise<SendingRun[]> {
  const open = (await doubts.list()).filter(({ asked }) => asked < mostAsked);
  const runIds = [...new Set(open.flatMap(({ runId }) => runId ?? []))].slice(0, mostRuns);
  const runs = await Promise.all(runIds.map((runId) => doubts.run(runId)));
  return runs.filter((run) => run !== undefined);
}

/** @returns how many of the runs came to a good end. */
async function askFor(
  step: WorkflowStep,
  doubts: Pick<Doubts, "markAsked">,
  runs: readonly SendingRun[],
): Promise<number> {
  if (runs.length === 0) return 0;
  // Before they run, so that what can never be asked for is not asked for without end.
  await step.run("count-asking", () => doubts.markAsked(runs.map(({ runId }) => runId)));
  const outcomes = await settleAll(runs.map((run) => runAgain(step, `run-again:${run.runId}`, run)));
  return outcomes.filter((completed) => completed).length;
}

interface Telling {
  first: MessageInDoubt;
  untold: readonly MessageInDoubt[];
  left: readonly MessageInDoubt[];
}

function toAlert({ first, untold, left }: Telling, webUrl: string): Alert {
  const count = untold.length;
  const title = count === 1 ? "A message may not have been sent" : `${count} messages may not have been sent`;
  const key = `messages-in-doubt:${first.key}`;
  return {
    group: key,
    key,
    at: first.since,
    severity: "warning",
    title,
    text: [
      `Their vendors did not say whether they took them (${channelsOf(untold)}); the oldest is of ${first.since}.`,
      `In all ${left.length} are in doubt. Settle those that arrived, and send the others again.`,
    ].join("\n"),
    url: `${webUrl}/operations/messages-in-doubt`,
  };
}

/** `9 sms, 1 email`. */
function channelsOf(messages: readonly MessageInDoubt[]): string {
  const counts = new Map<string, number>();
  for (const { channel = "other" } of messages) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return [...counts].map(([channel, count]) => `${count} ${channel}`).join(", ");
}
