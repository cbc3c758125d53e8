import { expect, it } from "vitest";
import { createChangeCollector } from "./change-stream.ts";

const runNotice = (id: string) => ({ type: "run" as const, id, functionId: "f", status: "Running" as const });

it("gathers what changed until it is asked for", async () => {
  const changes = createChangeCollector();
  changes.add([runNotice("a"), { type: "event", id: "e", name: "n" }]);
  changes.add([runNotice("a"), runNotice("b")]);
  expect(await changes.next(10_000)).toEqual({
    runs: ["a", "b"],
    events: true,
    apps: false,
    overflow: false,
  });
});

it("wakes the one who waits", async () => {
  const changes = createChangeCollector();
  const waiting = changes.next(10_000);
  changes.add([{ type: "apps" }]);
  expect(await waiting).toEqual({ runs: [], events: false, apps: true, overflow: false });
});

it("answers nothing when nothing changed in time", async () => {
  expect(await createChangeCollector().next(1)).toBeUndefined();
});

it("names no runs when there are too many to name", async () => {
  const changes = createChangeCollector();
  changes.add(Array.from({ length: 201 }, (_, position) => runNotice(`run-${position}`)));
  expect(await changes.next(1)).toEqual({ runs: [], events: false, apps: false, overflow: true });
});
