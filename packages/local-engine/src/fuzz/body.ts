import type { Failing, Node } from "./program.ts";

/** What a body is played with: the SDK's steps, or the model's. Ids are the program's. */
export interface Tools {
  /** The attempt of the call, from 0. */
  readonly attempt: number;
  run(id: string, work: () => string): Promise<unknown>;
  sleep(id: string, seconds: number): Promise<unknown>;
  /** Resolves to the name of the event, or to null. */
  wait(id: string, event: string, seconds: number): Promise<unknown>;
  invoke(id: string, child: number, seconds: number | undefined): Promise<unknown>;
  /** Resolves to the number of events sent. */
  send(id: string, event: string): Promise<unknown>;
  /** A group in race mode; its steps are made with the tools that it hands over. */
  raceGroup(branches: (tools: Tools) => Promise<unknown>): Promise<unknown>;
  /** Notes that the work of a step begins, and gives the number of its try, from 1. */
  begin(id: string): number;
  failure(how: Failing["how"], message: string): Error;
}

/** Plays nodes one after another. Resolves to their values. */
export async function play(nodes: readonly Node[], tools: Tools): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const node of nodes) values.push(await playNode(node, tools));
  return values;
}

async function playNode(node: Node, tools: Tools): Promise<unknown> {
  switch (node.kind) {
    case "run":
      return tools.run(node.id, () => work(node, tools));
    case "repeat": {
      const values: unknown[] = [];
      for (let round = 0; round < node.times; round++)
        values.push(await tools.run(node.id, () => work(node, tools)));
      return values;
    }
    case "sleep":
      return tools.sleep(node.id, node.seconds);
    case "wait":
      return tools.wait(node.id, node.event, node.seconds);
    case "invoke":
      return tools.invoke(node.id, node.child, node.seconds);
    case "send":
      return tools.send(node.id, node.event);
    case "throw":
      if (tools.attempt < node.times) throw tools.failure(node.how, node.message);
      return "passed";
    case "try":
      return play(node.body, tools).catch((error: unknown) => `caught ${messageOf(error)}`);
    case "group":
      return node.raceMode ? tools.raceGroup((inner) => combine(node, inner)) : combine(node, tools);
  }
}

function work({ id, failing }: { id: string; failing?: Failing }, tools: Tools): string {
  const tries = tools.begin(id);
  if (failing && tries <= failing.times) throw tools.failure(failing.how, `${id} failed`);
  return id;
}

function combine(
  { combine: how, branches }: Extract<Node, { kind: "group" }>,
  tools: Tools,
): Promise<unknown> {
  const playing = branches.map((branch) => play(branch, tools));
  return how === "all" ? Promise.all(playing) : Promise.race(playing);
}

/** The text of an error, without the engine's wording of a timeout, which conformance cases hold. */
export function messageOf(error: unknown): string {
  const message =
    typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
  return /timed out/i.test(message) ? "timed out" : message;
}
