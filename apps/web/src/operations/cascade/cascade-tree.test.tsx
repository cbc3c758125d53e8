import type { RecordedDelivery } from "@org/stores/deliveries/port";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CascadeTree } from "./cascade-tree.tsx";
import { longest, sizesOf } from "./folding.ts";
import { FoldingChoice } from "./folding-choice.tsx";
import type { EventNode, RunNode } from "./tree.ts";

const began = "2026-11-01T10:00:00.000Z";

const run = (functionId: string, more: Partial<RunNode> = {}): RunNode => ({
  ...{ runId: `run-${functionId}`, functionId, status: "completed", startedAt: began, endedAt: began },
  ...{ steps: [step("read")], deliveries: [], replays: [] },
  ...more,
});

const step = (name: string, sent: EventNode[] = []): RunNode["steps"][number] => ({
  step: {
    ...{ id: name, name, op: "StepRun", status: "completed", attempts: 1 },
    ...{ startedAt: began, endedAt: began, result: null, sent: [] },
  },
  sent,
});

const event = (id: string, runs: RunNode[], more: Partial<EventNode["event"]> = {}): EventNode => ({
  event: { id, name: id, data: {}, createdAt: began, acceptedAt: began, functions: [], ...more },
  runs,
  caused: [],
});

const message = (status: RecordedDelivery["status"]): RecordedDelivery => ({
  ...{ key: `tell:${status}`, subject: "ord_1", workflow: "tell", recipient: "customer", channel: "email" },
  ...{ status, recordedAt: began },
});

/** As long as none is that is shown whole. */
const many = Array.from({ length: longest }, (_, index) => run(`well-${index}`));

/** Which lines with something under them are open, and which are folded. */
function folds(roots: EventNode[], unfolded = false) {
  const sizes = sizesOf({ roots });
  const html = renderToStaticMarkup(<CascadeTree {...{ tree: { roots }, sizes, began, unfolded }} />);
  const line =
    /<details class="[^"]*"( open="")?><summary class="[^"]*"><span[^>]*>\w+<\/span> (?:<strong>)?([^<]+)/g;
  const all = [...html.matchAll(line)].map(([, open, name = ""]) => ({
    name: name.trim(),
    isOpen: open !== undefined,
  }));
  return {
    open: all.filter(({ isOpen }) => isOpen).map(({ name }) => name),
    folded: all.filter(({ isOpen }) => !isOpen).map(({ name }) => name),
  };
}

describe("a cascade", () => {
  it("that is short is open, with nothing to fold it by but its lines", () => {
    const roots = [event("order.created", [run("confirm")])];
    expect(folds(roots)).toEqual({ open: ["order.created", "confirm"], folded: [] });
    const shown = { personal: false, unfolded: false };
    expect(
      renderToStaticMarkup(<FoldingChoice about="ord_1" lines={sizesOf({ roots }).lines} shown={shown} />),
    ).toBe("");
  });

  it("that is long is folded where it went well, under the event with which it began", () => {
    const { open, folded } = folds([event("order.created", many)]);
    expect(open).toEqual(["order.created"]);
    expect(folded).toHaveLength(many.length);
  });

  it.each<[string, RunNode]>([
    ["failed", run("odd", { status: "failed", failure: "Refused." })],
    ["runs still", run("odd", { status: "running" })],
    ["has a message that nobody is certain of", run("odd", { deliveries: [message("unknown")] })],
    ["sent what the engine does not have", run("odd", { steps: [step("ask", [unheard()])] })],
  ])("is open down to the run that %s, however long it is", (_what, odd) => {
    const asked = run("asked", { steps: [step("ask", [event("asked.for", [odd])])] });
    const { open } = folds([event("order.created", [...many, asked])]);
    expect(open).toEqual(expect.arrayContaining(["order.created", "asked", "asked.for", "odd"]));
    expect(open.filter((name) => name.startsWith("well"))).toEqual([]);
  });

  it("that is long can be asked for as a whole", () => {
    const roots = [event("order.created", many)];
    expect(folds(roots, true).folded).toEqual([]);
    const { lines } = sizesOf({ roots });
    const html = renderToStaticMarkup(
      <FoldingChoice about="ord_1" lines={lines} shown={{ personal: true, unfolded: false }} />,
    );
    expect(lines).toBe(1 + 2 * many.length);
    expect(html).toContain(`Unfold all ${lines} lines`);
    expect(html).toContain('name="personal" value="show"');
  });
});

it("is counted once and shown once, however deep it is", () => {
  const depth = 60;
  let looks = 0;
  const chain = Array.from({ length: depth }).reduce<EventNode[]>((caused, _, index) => {
    const node = event(`asked-${index}`, []);
    const get = () => {
      looks++;
      return caused;
    };
    return [Object.defineProperty(node, "caused", { get })];
  }, []);
  expect(folds(chain).open).toEqual([`asked-${depth - 1}`]);
  expect(looks).toBe(2 * depth);
});

function unheard(): EventNode {
  const { acceptedAt: _, ...kept } = event("email.requested", []).event;
  return { event: kept, runs: [], caused: [] };
}
