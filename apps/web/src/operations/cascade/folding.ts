import type { CascadeTree, EventNode, RunNode, StepNode } from "./tree.ts";

/** More lines than somebody reads from the top: of a longer cascade only what went wrong is open. */
export const longest = 40;

export interface Size {
  /** Everything under it, itself not counted. */
  within: number;
  /** Whether it went wrong, waits or is not certain, or something under it. */
  trouble: boolean;
}

const calm: Size = { within: 0, trouble: false };

/** Everything of a list, each with itself. */
function sum(sizes: readonly Size[]): Size {
  return sizes.reduce(
    (all, { within, trouble }) => ({ within: all.within + within + 1, trouble: all.trouble || trouble }),
    calm,
  );
}

function withOwn(size: Size, trouble: boolean): Size {
  return { ...size, trouble: size.trouble || trouble };
}

/** What stands under an event. */
export function sizeOfEvent({ event, runs, caused }: EventNode): Size {
  return withOwn(sum([...runs.map(sizeOfRun), ...caused.map(sizeOfEvent)]), event.acceptedAt === undefined);
}

/** What stands under a run. */
export function sizeOfRun({ status, failure, steps, deliveries, replays }: RunNode): Size {
  const messages = deliveries.map((delivery) => withOwn(calm, isTroubled(delivery)));
  const under = sum([...steps.map(sizeOfStep), ...messages, ...replays.map(sizeOfEvent)]);
  return withOwn(under, failure !== undefined || isOpen(status));
}

/** What stands under a step. */
export function sizeOfStep({ step, invoked, sent }: StepNode): Size {
  return withOwn(
    sum([...(invoked ? [sizeOfRun(invoked)] : []), ...sent.map(sizeOfEvent)]),
    isOpen(step.status),
  );
}

/** Which branches of a cascade are unfolded when it is shown. */
export function unfolding(tree: Pick<CascadeTree, "roots">, everything: boolean): (size: Size) => boolean {
  if (everything || linesOf(tree) <= longest) return () => true;
  return ({ trouble }) => trouble;
}

/** How many lines the whole cascade has. */
export function linesOf({ roots }: Pick<CascadeTree, "roots">): number {
  return sum(roots.map(sizeOfEvent)).within;
}

/** Failed, or not at its end yet. */
function isOpen(status: string): boolean {
  return !["completed", "ended"].includes(status);
}

function isTroubled({ status, report }: RunNode["deliveries"][number]): boolean {
  return report ? report.state !== "delivered" : status !== "sent";
}
