import { expect, it } from "vitest";
import { drawHistory } from "./history/draw-history.ts";
import type { History } from "./history/history.ts";
import { shrink } from "./shrink.ts";

const history = drawHistory({ seed: 5, days: 6, faults: "none" });

it("finds the only two happenings that matter, without the empty days before them", async () => {
  const cancelled = history.happenings.find(({ kind, at }) => kind === "cancel-order" && at > 2 * 1440);
  const orderId = cancelled && "orderId" in cancelled ? cancelled.orderId : "";
  const matters = (kinds: readonly string[]) => (each: { kind: string }) =>
    kinds.includes(each.kind) && "orderId" in each && each.orderId === orderId;
  const fails = async ({ happenings }: History) =>
    happenings.some(matters(["order"])) && happenings.some(matters(["cancel-order"]));
  const shortest = await shrink(history, 5, fails);
  expect(shortest.happenings.map(({ kind }) => kind)).toEqual(["order", "cancel-order"]);
  expect(shortest.happenings[0]?.at).toBeLessThan(1440);
});

it("drops what came after the failure, and gives up in time", async () => {
  let plays = 0;
  const shortest = await shrink(history, 1, async () => false, { mostPlays: 3, onTry: () => (plays += 1) });
  expect(plays).toBe(3);
  expect(shortest.days).toBe(2);
  expect(shortest.happenings.every(({ at }) => at < 2 * 1440)).toBe(true);
});
