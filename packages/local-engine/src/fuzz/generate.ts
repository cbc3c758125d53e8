import { createRandom } from "../test/random.ts";
import { type Failing, type Node, type Program, stopEvent } from "./program.ts";

const mostSteps = 30;
const mostBranches = 4;
const deepest = 3;

/** Draws from one sequence of numbers, so that a seed always gives the same program. */
function createDice(seed: number) {
  const random = createRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  return {
    below,
    chance: (share: number) => random() < share,
    among: <Value>(first: Value, ...rest: Value[]): Value =>
      [first, ...rest][below(rest.length + 1)] ?? first,
  };
}

type Dice = ReturnType<typeof createDice>;

interface Drawing {
  dice: Dice;
  /** Steps that may still be drawn. */
  stepsLeft: number;
  nextId: number;
  prefix: string;
  children: number;
  /**
   * Not within `try` and races: what goes on after a caught throw would depend on the attempt, and a function has to
   * come to the same steps on each.
   */
  mayThrow: boolean;
}

/** The program of a seed. */
export function generateProgram(seed: number): Program {
  const dice = createDice(seed);
  const children = Array.from({ length: dice.below(3) }, (_value, index) =>
    drawFunction(dice, { steps: 1 + dice.below(4), prefix: `c${index}s`, children: 0 }),
  );
  const steps = 1 + dice.below(dice.chance(0.4) ? mostSteps : 10);
  const main = drawFunction(dice, { steps, prefix: "s", children: children.length });
  return { ...main, children, script: drawScript(dice) };
}

function drawFunction(
  dice: Dice,
  { steps, ...rest }: { steps: number; prefix: string; children: number },
): Program["children"][number] {
  const drawing: Drawing = { dice, stepsLeft: steps, nextId: 0, mayThrow: true, ...rest };
  const body: Node[] = [];
  while (drawing.stepsLeft > 0) body.push(...drawNodes(drawing, 0));
  return {
    checkpointing: dice.among<Program["checkpointing"]>(true, false, { bufferedSteps: 3 }),
    retries: dice.below(3),
    optimizeParallelism: !dice.chance(0.1),
    body,
  };
}

function drawScript(dice: Dice): Program["script"] {
  const count = dice.below(4);
  const times = Array.from({ length: count }, () => dice.below(40)).sort((a, b) => a - b);
  return times.map((at) => ({
    at,
    does: dice.chance(0.06) ? "cancel" : { event: dice.chance(0.06) ? stopEvent : drawEvent(dice) },
  }));
}

const drawEvent = (dice: Dice) => `e${dice.below(3)}`;

/** One node or a few, at least one step while any may be drawn. */
function drawNodes(drawing: Drawing, depth: number): Node[] {
  const { dice } = drawing;
  const nodes: Node[] = [];
  const count = 1 + dice.below(3);
  for (let index = 0; index < count && drawing.stepsLeft > 0; index++) nodes.push(drawNode(drawing, depth));
  if (drawing.mayThrow && nodes.length > 0 && dice.chance(0.03)) nodes.push(drawThrow(drawing));
  return nodes;
}

function drawNode(drawing: Drawing, depth: number): Node {
  const { dice } = drawing;
  if (depth < deepest && drawing.stepsLeft > 1) {
    if (dice.chance(0.35)) return drawGroup(drawing, depth);
    if (dice.chance(0.12))
      return { kind: "try", body: withoutThrows(drawing, () => drawNodes(drawing, depth + 1)) };
  }
  return drawStep(drawing);
}

function drawGroup(drawing: Drawing, depth: number): Node {
  const { dice } = drawing;
  const wanted = 2 + dice.below(mostBranches - 1);
  const combine = dice.among("all", "race");
  const drawBranches = () => {
    const branches: Node[][] = [];
    while (branches.length < wanted && drawing.stepsLeft > 0) branches.push(drawNodes(drawing, depth + 1));
    return branches;
  };
  const branches = combine === "all" ? drawBranches() : withoutThrows(drawing, drawBranches);
  return { kind: "group", combine, raceMode: dice.chance(0.3), branches };
}

function withoutThrows<Drawn>(drawing: Drawing, draw: () => Drawn): Drawn {
  const { mayThrow } = drawing;
  drawing.mayThrow = false;
  const drawn = draw();
  drawing.mayThrow = mayThrow;
  return drawn;
}

function drawStep(drawing: Drawing): Node {
  const { dice } = drawing;
  const id = `${drawing.prefix}${drawing.nextId++}`;
  drawing.stepsLeft--;
  const kind = dice.among("run", "run", "run", "sleep", "wait", "invoke", "send", "repeat");
  switch (kind) {
    case "sleep":
      return { kind, id, seconds: 1 + dice.below(20) };
    case "wait":
      return { kind, id, event: drawEvent(dice), seconds: 1 + dice.below(30) };
    case "invoke": {
      if (drawing.children === 0) break;
      const child = dice.below(drawing.children);
      return dice.chance(0.3) ? { kind, id, child, seconds: 1 + dice.below(10) } : { kind, id, child };
    }
    case "send":
      return { kind, id, event: dice.chance(0.03) ? stopEvent : drawEvent(dice) };
    case "repeat": {
      const times = Math.min(2 + dice.below(2), drawing.stepsLeft + 1);
      drawing.stepsLeft -= times - 1;
      return { kind, id, times };
    }
  }
  if (!dice.chance(0.25)) return { kind: "run", id };
  const failing: Node = { kind: "run", id, failing: drawFailing(dice) };
  // Caught more often than not: what comes after a step that fails for good is to be played as well.
  return dice.chance(0.6) ? { kind: "try", body: [failing] } : failing;
}

function drawThrow({ dice, nextId }: Drawing): Node {
  return { kind: "throw", message: `thrown near ${nextId}`, ...drawFailing(dice) };
}

function drawFailing(dice: Dice): Failing {
  return { times: 1 + dice.below(3), how: dice.among("error", "error", "final", "after") };
}
