import type { AlertSender } from "@org/integrations/alerts/port";
import type { DeadLetters } from "@org/stores/dead-letters/port";
import type { Doubts } from "@org/stores/doubts/port";
import type { Outbox } from "@org/stores/outbox/port";
import { type Check, ok, unknown, warning, wrong } from "./check.ts";

export interface OperationsChecksOptions {
  outbox: Pick<Outbox, "state">;
  deadLetters: Pick<DeadLetters, "openByWorkflow">;
  doubts: Pick<Doubts, "count">;
}

const minute = 60_000;

/** What waits for somebody, against the bounds above which somebody has to come. */
export function operationsChecks({ outbox, deadLetters, doubts }: OperationsChecksOptions): Check[] {
  return [
    {
      name: "outbox",
      async look() {
        const { pending, oldestPendingAge, lost } = await outbox.state();
        const minutes = Math.round(oldestPendingAge / minute);
        if (oldestPendingAge > 15 * minute)
          return wrong(
            `${pending} events wait, the oldest for ${minutes} minutes. Is the worker up, and the engine?`,
          );
        if (lost.length > 0)
          return warning(
            `The engine took ${lost.length} events and started nothing. Run: node cli.js lost-events list`,
          );
        if (oldestPendingAge > minute)
          return warning(`${pending} events wait, the oldest for ${minutes} minutes.`);
        return ok(`${pending} events wait`);
      },
    },
    {
      name: "dead letters",
      async look() {
        const open = await deadLetters.openByWorkflow();
        const count = open.reduce((sum, entry) => sum + entry.open, 0);
        if (count === 0) return ok("none is open");
        const most = open.toSorted((a, b) => b.open - a.open)[0];
        const says = `${count} are open, most of ${most?.workflow}. See docs/runbooks/dead-letters.md.`;
        return warning(says);
      },
    },
    {
      name: "messages in doubt",
      async look() {
        const count = await doubts.count();
        if (count === 0) return ok("none");
        return warning(
          `Nobody knows of ${count} messages whether they were sent. See docs/runbooks/messages-in-doubt.md.`,
        );
      },
    },
  ];
}

/** Sends an alert where that is asked for: only somebody who reads it can say that it arrived. */
export function alertCheck(alerts: AlertSender, { send, now }: { send: boolean; now: () => Date }): Check {
  return {
    name: "alerts",
    async look() {
      if (!send) return unknown("Not asked: --send sends one to everybody who is configured.");
      const at = now().toISOString();
      await alerts.send({
        group: `doctor:${at}`,
        severity: "warning",
        title: "A test of the alerts",
        text: "Somebody ran the doctor with --send. There is nothing to do.",
        key: `doctor/${at}`,
        at,
      });
      return ok("one was sent; see whether it arrived");
    },
  };
}
