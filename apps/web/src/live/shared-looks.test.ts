import { expect, it, vi } from "vitest";
import { createSharedLooks } from "./shared-looks.ts";

const found = (version: string) => ({ version, settled: false });

it("a hundred who follow one subject ask once, until it is known to have changed or time has passed", async () => {
  let now = 0;
  const looks = createSharedLooks({ now: () => now });
  const load = vi.fn(async () => found(String(load.mock.calls.length)));
  const all = await Promise.all(Array.from({ length: 100 }, () => looks.look("a", load)));
  expect(new Set(all.map((each) => each?.version))).toEqual(new Set(["1"]));
  looks.forget("a");
  expect(await looks.look("a", load)).toEqual(found("2"));
  now = 500;
  expect(await looks.look("a", load)).toEqual(found("3"));
  expect(await looks.look("b", load)).toEqual(found("4"));
});

it("whoever came after a look is told by a later one that nothing more will change", async () => {
  let now = 0;
  const looks = createSharedLooks({ now: () => now });
  let settled = true;
  const load = vi.fn(async () => ({ version: String(load.mock.calls.length), settled }));
  expect(await looks.look("a", load, now)).toEqual({ version: "1", settled: true });
  now = 100;
  settled = false;
  const late = await Promise.all([1, 2, 3].map(() => looks.look("a", load, 100)));
  expect(late.map((each) => each?.settled)).toEqual([false, false, false]);
  expect(load).toHaveBeenCalledTimes(2);
});

it("no more than a few look at once, and a failure keeps nobody from looking", async () => {
  const looks = createSharedLooks({ atOnce: 2 });
  let running = 0;
  let most = 0;
  const all = await Promise.allSettled(
    Array.from({ length: 9 }, (_, n) =>
      looks.look(String(n), async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        if (n % 2 === 0) throw new Error("away");
        return found("a");
      }),
    ),
  );
  expect(most).toBe(2);
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
  expect(await looks.look("later", async () => found("b"))).toEqual(found("b"));
});
