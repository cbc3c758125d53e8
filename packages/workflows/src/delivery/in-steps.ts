import { isOverLimit, waitAfter } from "../retry-policy.ts";
import { currentRun } from "../sending-run.ts";
import { type DeliveryOutcome, reasonOf } from "./outcome.ts";

/** Ids of the step that sends, and of the one that records that it was given up; literals, as all step ids. */
export type DeliverySteps = readonly [send: string, recordFailure: string];

/** What is used of a function's `step`. */
export interface DeliveryStep<Outcome = DeliveryOutcome> {
  run(id: string, body: () => Promise<Outcome | AskAgain>): Promise<Outcome | AskAgain>;
  sleep(id: string, milliseconds: number): Promise<void>;
}

/** A vendor took nothing because too much was asked of it in a while, and is asked again after so many milliseconds. */
interface AskAgain {
  askAgainAfter: number;
}

/** A day of them, at five minutes each. */
const mostWaits = 290;

interface Attempt<Outcome> {
  send(): Promise<Outcome>;
  giveUp(outcome: DeliveryOutcome): Promise<Outcome>;
}

/** Tries it in its step until it is decided; what is over a limit sleeps in between, what is given up is recorded in the other step. */
export async function inSteps<Outcome>(
  step: DeliveryStep<Outcome>,
  [send, recordFailure]: DeliverySteps,
  attempt: Attempt<Outcome>,
): Promise<Outcome> {
  const overLimit = `${send}:over-limit`;
  try {
    for (let waits = 0; waits < mostWaits; waits += 1) {
      const outcome = await step.run(send, () => unlessOverLimit(attempt.send, waits));
      if (!isToAskAgain(outcome)) return outcome;
      await step.sleep(overLimit, outcome.askAgainAfter);
    }
    return asGiven(await step.run(send, attempt.send));
  } catch (error) {
    const giveUp = () => attempt.giveUp({ status: "failed", reason: reasonOf(error) });
    return asGiven(await step.run(recordFailure, giveUp));
  }
}

async function unlessOverLimit<Outcome>(
  send: () => Promise<Outcome>,
  waits: number,
): Promise<Outcome | AskAgain> {
  try {
    return await send();
  } catch (error) {
    if (!isOverLimit(error)) throw error;
    return { askAgainAfter: waitAfter(error, waits, currentRun()?.runId ?? "") };
  }
}

function isToAskAgain<Outcome>(outcome: Outcome | AskAgain): outcome is AskAgain {
  return typeof outcome === "object" && outcome !== null && "askAgainAfter" in outcome;
}

/** Guarantee: the body was not one that asks again. */
function asGiven<Outcome>(outcome: Outcome | AskAgain): Outcome {
  return outcome as Outcome;
}
