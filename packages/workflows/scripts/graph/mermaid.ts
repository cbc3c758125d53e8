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
  const boxes = new Map<string, string>();
  const arrows: string[] = [];
  const box = (id: string, shape: string) => {
    boxes.set(id, `  ${id}${shape}`);
    return id;
  };
  const eventBox = (name: string) => box(identifier("event", name), `(["${name}"])`);
  for (const node of functions) {
    const start = box(identifier("function", node.id), `[["${node.id}"]]`);
    for (const { event, cron, if: condition } of node.triggers) {
      const arrow = condition ? `-- "${condition.replaceAll('"', "'")}" -->` : "-->";
      arrows.push(`  ${eventBox(event ?? `cron ${cron}`)} ${arrow} ${start}`);
    }
    for (const name of node.waitsFor) arrows.push(`  ${eventBox(name)} -. "is waited for" .-> ${start}`);
    const ids = [...new Set(node.steps.map(({ id }) => id))];
    const chain = [start, ...ids.map((id) => box(identifier(node.id, id), `("${id}")`))];
    if (ids.length > 0) arrows.push(`  ${chain.join(" --> ")}`);
    for (const name of node.emits) arrows.push(`  ${chain.at(-1)} ==> ${eventBox(name)}`);
  }
  return ["graph LR", ...boxes.values(), ...new Set(arrows)].join("\n");
}

function identifier(...parts: string[]): string {
  return parts.join("__").replace(/\W/g, "_");
}
