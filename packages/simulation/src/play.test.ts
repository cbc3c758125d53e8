import { expect, it } from "vitest";
import { drawHistory } from "./history/draw-history.ts";
import type { History } from "./history/history.ts";
import { play } from "./play.ts";
import { shrink } from "./shrink.ts";
import { useServer } from "./testing/use-server.ts";
import type { ChangedPorts } from "./world/ports.ts";

const small = { days: 2, customers: 30, shops: 2, residents: 12 };

it("one history is one world, bit by bit, with faults and all; another seed is another world", async () => {
  const server = await useServer();
  const history = drawHistory({ seed: 11, ...small });
  const first = await play(history, { server });
  expect(first.breaches).toEqual([]);
  const second = await play(history, { server });
  expect(second.digest?.parts).toEqual(first.digest?.parts);
  expect(second).toEqual(first);
  const other = await play(drawHistory({ seed: 12, ...small }), { server });
  expect(other.digest?.sha256).not.toBe(first.digest?.sha256);
});

/** A worker whose texts leave twice, as if nothing remembered what was sent. */
const doubled: ChangedPorts = {
  sms: (sms) => ({
    async send(message) {
      await sms.send(message);
      return sms.send({ ...message, key: `${message.key}:again` });
    },
  }),
};

it("finds a message that leaves twice, and the shortest history in which it does", async () => {
  const server = await useServer();
  const history = drawHistory({ seed: 3, days: 1, customers: 20, shops: 1, residents: 5, faults: "none" });
  const { breaches } = await play(history, { server, changed: doubled });
  expect(breaches[0]).toMatchObject({ invariant: "one-message", day: 0 });
  const fails = async (candidate: History) => {
    const again = await play(candidate, { server, changed: doubled, withDigest: false });
    return again.breaches.some(({ invariant }) => invariant === "one-message");
  };
  const shortest = await shrink(history, 0, fails);
  const kinds = shortest.happenings.map(({ kind }) => kind);
  expect(kinds).toEqual(["apply-to-sell", "approve-shop", "save-product", "order"]);
  expect((await play(shortest, { server })).breaches).toEqual([]);
});
