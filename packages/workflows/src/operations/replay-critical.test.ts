import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import { expect, it } from "vitest";
import { scenario as cancelling } from "../mohallamart/orders/cancel-order.scenario.ts";
import { scenario as statusNews } from "../mohallamart/orders/notify-order-status.scenario.ts";
import { scenario as shopNews } from "../mohallamart/orders/notify-shopkeeper.scenario.ts";
import { scenario as capturing } from "../mohallamart/orders/process-order.scenario.ts";
import { scenario as confirming } from "../mohallamart/orders/send-order-confirmation.scenario.ts";
import { scenario as partnerNews } from "../mohallamart/orders/sync-order-data.scenario.ts";
import { scenario as stock } from "../mohallamart/orders/update-inventory.scenario.ts";
import { scenario as erasing } from "../mohallamart/users/remove-user-data.scenario.ts";
import { effectsOf } from "../testing/effects.ts";
import { refused } from "../testing/fail-to-welcome.ts";
import { play } from "../testing/play.ts";
import type { Scenario } from "../testing/scenario.ts";
import type { TestBench } from "../testing/test-bench.ts";

/** What customers, shops and partners wait for, and what the law does. */
const critical: Readonly<Record<string, Scenario>> = {
  "process-order": capturing,
  "cancel-order": cancelling,
  "update-inventory": stock,
  "send-order-confirmation": confirming,
  "notify-shopkeeper": shopNews,
  "notify-order-status": statusNews,
  "sync-order-data": partnerNews,
  "remove-user-data": erasing,
};

/** All that was done, but for what tells of the failure and of its replay. */
async function done(bench: TestBench) {
  const { failed, events, ...effects } = await effectsOf(bench);
  const messages = effects.messages.filter((message) => !/fail/i.test(message));
  return {
    ...effects,
    messages,
    events: events.filter((event) => !/^\["(operations|inngest)\//.test(event)),
  };
}

it.each(Object.entries(critical))(
  "%s, failed for good, does by its replay what it had not done, and nothing twice",
  async (functionId, scenario) => {
    const bench = { schedulesOf: [functionId] };
    const undisturbed = await play(
      scenario,
      async (seen) => ({
        done: await done(seen),
        steps: seen.engine.run(functionId).steps.map(({ id }) => id),
      }),
      { bench },
    );
    const [first = "", last = first] = [undisturbed.steps[0], undisturbed.steps.at(-1)];
    for (const stepId of new Set([first, last])) {
      const replayed: Scenario = async (played) => {
        await scenario(played);
        await played.settle();
        await played.engine.advance("2h");
        const [letter, ...others] = await played.deadLetters.list({ status: "open" });
        expect([letter?.workflow, others]).toEqual([functionId, []]);
        const request = { runId: letter?.runId ?? "", requestedBy: "user_admin" };
        await played.engine.send(deadLetterReplayRequested.create(request));
      };
      const seen = await play(replayed, done, {
        bench,
        prepare: ({ engine }) => engine.faults.failStep({ functionId, stepId, error: refused }),
      });
      expect(seen, stepId).toEqual(undisturbed.done);
    }
  },
);
