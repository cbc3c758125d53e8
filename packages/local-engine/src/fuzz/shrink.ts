import type { Node, Program } from "./program.ts";

/** Tries that a shrink may take; each plays a program on both engines. */
const mostTries = 300;

/** Makes a program smaller as long as it still differs. Resolves to the smallest that was found. */
export async function shrink(
  program: Program,
  differs: (candidate: Program) => Promise<boolean>,
): Promise<Program> {
  let smallest = program;
  let tries = 0;
  for (let found = true; found; ) {
    found = false;
    for (const candidate of smallerPrograms(smallest)) {
      if (tries++ >= mostTries) return smallest;
      if (!(await differs(candidate))) continue;
      smallest = candidate;
      found = true;
      break;
    }
  }
  return smallest;
}

/** Programs with one thing less, those that lose most first. */
function* smallerPrograms(program: Program): Generator<Program> {
  for (const script of withoutOne(program.script)) yield { ...program, script };
  if (program.children.length > 0 && !invokes(program.body, program.children.length - 1))
    yield { ...program, children: program.children.slice(0, -1) };
  for (const body of smallerBodies(program.body)) if (body.length > 0) yield { ...program, body };
  for (const smaller of simplerSettings(program)) yield { ...program, ...smaller };
  for (const [position, child] of program.children.entries()) {
    const withChild = (changed: Partial<typeof child>) => ({
      ...program,
      children: program.children.with(position, { ...child, ...changed }),
    });
    for (const body of smallerBodies(child.body)) if (body.length > 0) yield withChild({ body });
    for (const smaller of simplerSettings(child)) yield withChild(smaller);
  }
}

function* simplerSettings({
  retries,
  checkpointing,
  optimizeParallelism,
}: Program["children"][number]): Generator<Partial<Program["children"][number]>> {
  if (retries > 0) yield { retries: 0 };
  if (checkpointing !== false) yield { checkpointing: false };
  if (typeof checkpointing === "object") yield { checkpointing: true };
  if (!optimizeParallelism) yield { optimizeParallelism: true };
}

function* withoutOne<Value>(values: readonly Value[]): Generator<Value[]> {
  for (const position of values.keys()) yield values.toSpliced(position, 1);
}

function* smallerBodies(nodes: readonly Node[]): Generator<Node[]> {
  yield* withoutOne(nodes);
  for (const [position, node] of nodes.entries()) {
    for (const instead of smallerNodes(node)) yield nodes.toSpliced(position, 1, ...instead);
  }
}

/** What may stand in place of a node. */
function* smallerNodes(node: Node): Generator<Node[]> {
  if (node.kind === "try") {
    yield node.body;
    for (const body of smallerBodies(node.body)) if (body.length > 0) yield [{ ...node, body }];
  } else if (node.kind === "group") {
    yield* node.branches;
    for (const branches of withoutOne(node.branches)) if (branches.length > 1) yield [{ ...node, branches }];
    if (node.raceMode) yield [{ ...node, raceMode: false }];
    for (const [position, branch] of node.branches.entries()) {
      for (const smaller of smallerBodies(branch))
        if (smaller.length > 0) yield [{ ...node, branches: node.branches.with(position, smaller) }];
    }
  } else if (node.kind === "run" && node.failing) {
    yield [{ kind: "run", id: node.id }];
    if (node.failing.times > 1) yield [{ ...node, failing: { ...node.failing, times: 1 } }];
  } else if (node.kind === "repeat") {
    yield [{ kind: "run", id: node.id }];
  }
}

function invokes(nodes: readonly Node[], child: number): boolean {
  return nodes.some((node) => {
    if (node.kind === "invoke") return node.child === child;
    if (node.kind === "try") return invokes(node.body, child);
    return node.kind === "group" && node.branches.some((branch) => invokes(branch, child));
  });
}
