import type { CascadeTree, EventNode, RunNode, StepNode } from "./tree.ts";

/** More lines than somebody reads from the top: of a longer cascade only what went wrong is open. */
export const longest = 40;

export interface Size {
  /** Everything under it, itself not counted. */
  within: number;
  /** Whether it went wrong, waits or is not certain, or something under it. */
  trouble: boolean;
}

type Node = EventNode | RunNode | StepNode;

/** A cascade's sizes, each thing in it counted once. */
export interface Sizes {
  /** How many lines the whole cascade has. */
  lines: number;
  /** What stands under an event, a run or a step of the cascade. */
  of(node: Node): Size;
}

const calm: Size = { within: 0, trouble: false };

/** Everything of a list, each with itself. */
function sum(sizes: readonly Size[]): Size {
  return sizes.reduce(
    (all, { within, trouble }) => ({ within: all.within + within + 1, trouble: all.trouble || trouble }),
    calm,
  );
}

export function sizesOf({ roots }: Pick<CascadeTree, "roots">): Sizes {
  const sizes = new Map<Node, Size>();
  const keep = (node: Node, under: readonly Size[], trouble: boolean): Size => {
    const all = sum(under);
    const size = { ...all, trouble: all.trouble || trouble };
    sizes.set(node, size);
    return size;
  };
  const ofEvent = (node: EventNode): Size =>
    keep(node, [...node.runs.map(ofRun), ...node.caused.map(ofEvent)], node.event.acceptedAt === undefined);
  const ofRun = (node: RunNode): Size => {
    const messages = node.deliveries.map((delivery) => ({ ...calm, trouble: isTroubled(delivery) }));
    const under = [...node.steps.map(ofStep), ...messages, ...node.replays.map(ofEvent)];
    return keep(node, under, node.failure !== undefined || isOpen(node.status));
  };
  const ofStep = (node: StepNode): Size => {
    const under = [...(node.invoked ? [ofRun(node.invoked)] : []), ...node.sent.map(ofEvent)];
    return keep(node, under, isOpen(node.step.status));
  };
  const { within: lines } = sum(roots.map(ofEvent));
  return { lines, of: (node) => sizes.get(node) ?? calm };
}

/** Which branches of a cascade are unfolded when it is shown. */
export function unfolding({ lines }: Pick<Sizes, "lines">, everything: boolean): (size: Size) => boolean {
  if (everything || lines <= longest) return () => true;
  return ({ trouble }) => trouble;
}

/** Failed, or not at its end yet. */
function isOpen(status: string): boolean {
  return !["completed", "ended"].includes(status);
}

function isTroubled({ status, report }: RunNode["deliveries"][number]): boolean {
  return report ? report.state !== "delivered" : status !== "sent";
}
