import type { FunctionNode } from "./read-functions.ts";

/** The functions that follow from an event, directly and through what they emit, in the order they are reached. */
export function follow(event: string, functions: FunctionNode[]): FunctionNode[] {
  const reached = new Set<FunctionNode>();
  const events = [event];
  for (const name of events) {
    for (const node of functions.filter(({ triggers }) =>
      triggers.some((trigger) => trigger.event === name),
    )) {
      reached.add(node);
      events.push(...node.emits.filter((emitted) => !events.includes(emitted)));
    }
  }
  return [...reached];
}

/** A diagram of functions: what triggers them, their steps in order, what they emit. */
export function mermaid(functions: FunctionNode[]): string {
  const lines = ["graph LR"];
  for (const node of functions) {
    for (const { event, cron, if: condition } of node.triggers) {
      const arrow = condition ? `-- "${condition.replaceAll('"', "'")}" -->` : "-->";
      lines.push(`  ${eventBox(event ?? `cron ${cron}`)} ${arrow} ${functionBox(node)}`);
    }
    for (const name of node.waitsFor)
      lines.push(`  ${eventBox(name)} -. "is waited for" .-> ${functionBox(node)}`);
    const steps = [...new Set(node.steps.map(({ id }) => id))];
    const chain = [functionBox(node), ...steps.map((id) => `${identifier(node.id, id)}("${id}")`)];
    for (const [index, box] of chain.entries()) if (index > 0) lines.push(`  ${chain[index - 1]} --> ${box}`);
    for (const name of node.emits) lines.push(`  ${chain.at(-1)} ==> ${eventBox(name)}`);
  }
  return [...new Set(lines)].join("\n");
}

function eventBox(name: string): string {
  return `${identifier("event", name)}(["${name}"])`;
}

function functionBox({ id }: FunctionNode): string {
  return `${identifier("fn", id)}[["${id}"]]`;
}

function identifier(...parts: string[]): string {
  return parts.join("__").replace(/\W/g, "_");
}
