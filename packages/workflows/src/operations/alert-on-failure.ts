import type { Alert } from "@org/integrations/alerts/port";
import type { NewDeadLetter } from "@org/stores/dead-letters/port";
import { saidFailure } from "@org/stores/dead-letters/said";
import type { InngestFunction } from "inngest";
import { retries } from "../retry-policy.ts";
import { sendingShare } from "../vendor-limits.ts";
import { anyFunctionFailed, failedRun } from "./failed-run.ts";
import { selfReplays } from "./lost-run.ts";
import type { Uses } from "./ports.ts";

type Ports = Uses<{
  inngest: true;
  apps: true;
  alerts: "send";
  deadLetters: "get" | "count";
  webUrl: true;
  limits: true;
}>;

/**
 * Tells the people who run the system that runs of a workflow fail. Failures that come together are one alert, which
 * says how many there are; later ones of the same quarter of an hour are told by no other.
 */
export function alertOnFailure({
  inngest,
  alerts,
  deadLetters,
  apps,
  webUrl,
  limits,
}: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "alert-on-failure",
      triggers: [anyFunctionFailed],
      ...retries(
        15,
        "Nobody hears of a failure in here: fifteen retries reach over 45 minutes of the outage itself.",
      ),
      batchEvents: { maxSize: 100, timeout: "30s", key: "event.data.function_id" },
      throttle: sendingShare("alert-on-failure", limits),
    },
    async ({ events, step }) => {
      const outage = await step.run("describe-outage", async () => {
        const first = failedRun(events[0], apps);
        const { app, workflow, runId, error, attempts } = first;
        // When it was first heard of, so that the same failure is of the same time however often it is told.
        const letter = await deadLetters.get(runId);
        const failedAt = letter?.failedAt ?? first.failedAt;
        const recorded = await deadLetters.count({ app, workflow, since: failedAt });
        const failed = Math.max(events.length, recorded);
        return {
          app,
          workflow,
          runId,
          error,
          attempts,
          failedAt,
          failed,
          nextReplayAt: letter?.nextReplayAt,
        };
      });
      await step.run("send-alert", () => alerts.send(toAlert(outage, webUrl)));
    },
  );
}

type Outage = Pick<
  NewDeadLetter,
  "app" | "workflow" | "runId" | "error" | "attempts" | "failedAt" | "nextReplayAt"
> & {
  failed: number;
};

const forAPerson =
  "When the cause is gone, replay the failed runs: only what did not happen yet will happen.";
const byItself = (at: string) =>
  `No worker answered. Such a run is replayed by itself, this one at ${at}, up to ${selfReplays.most} times within ` +
  `${selfReplays.hours} hours: look whether a worker runs.`;

function toAlert(
  { app, workflow, runId, error, attempts, failedAt, failed, nextReplayAt }: Outage,
  webUrl: string,
): Alert {
  const group = `run-failed:${app}:${workflow}`;
  return {
    group,
    key: `${group}:${runId}`,
    at: failedAt,
    severity: nextReplayAt === undefined ? "critical" : "warning",
    title: failed === 1 ? `A run of ${workflow} failed` : `${failed} runs of ${workflow} failed`,
    text: [
      saidFailure({ error, attempts }),
      `App ${app}, first failed run ${runId}, at ${failedAt}.`,
      nextReplayAt === undefined ? forAPerson : byItself(nextReplayAt),
    ].join("\n"),
    url: `${webUrl}/operations/dead-letters/${runId}`,
  };
}
