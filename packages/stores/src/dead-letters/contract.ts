import { beforeEach, describe, expect, it } from "vitest";
import type { DeadLetter, DeadLetters, NewDeadLetter } from "./port.ts";

const letter: NewDeadLetter = {
  runId: "run_1",
  app: "mohallamart",
  workflow: "send-order-confirmation",
  events: [{ id: "order.created:ord_1", name: "order.created", data: { orderId: "ord_1" }, v: "1", ts: 1 }],
  error: {
    name: "IntegrationError",
    message: "Resend answered 422 (validation_error).",
    frames: ["send (file:///app/dist/resend.js:12:3)"],
  },
  attempts: 6,
  failedAt: "2026-11-01T10:00:00.000Z",
};

/** What every `DeadLetters` does, whatever keeps them. */
export function deadLetterContract(store: string, letters: DeadLetters, reset: () => Promise<void>): void {
  describe(`dead letters in ${store}`, () => {
    beforeEach(reset);

    const atHour = (hour: number, changes: Partial<NewDeadLetter> = {}): NewDeadLetter => ({
      ...letter,
      runId: `run_${hour}`,
      failedAt: `2026-11-01T${hour}:00:00.000Z`,
      ...changes,
    });
    const listed = async (...filter: Parameters<DeadLetters["list"]>) =>
      (await letters.list(...filter)).map(({ runId }) => runId);

    it("a failed run is kept once, as it was", async () => {
      expect(await letters.record(letter)).toBe(true);
      expect(await letters.record({ ...letter, attempts: 99 })).toBe(false);
      expect(await letters.get("run_1")).toEqual({
        ...letter,
        replayOf: undefined,
        status: "open",
        settledAt: undefined,
        replayRunId: undefined,
      });
      expect(await letters.get("run_none")).toBeUndefined();
    });

    it("it says when it is replayed by itself, and how often it was replayed before", async () => {
      const again = { replayOf: "run_0", replays: 2, nextReplayAt: "2026-11-01T10:15:00.000Z" };
      await letters.record({ ...letter, ...again });
      expect(await letters.get("run_1")).toMatchObject({ ...again, status: "open" });
    });

    it("they are listed latest first, by filter and in pages", async () => {
      await letters.record(atHour(10));
      await letters.record(atHour(11, { workflow: "update-inventory" }));
      await letters.record(atHour(12, { app: "ten-ocean-tenant-assc" }));
      await letters.discard("run_10");
      expect(await listed()).toEqual(["run_12", "run_11", "run_10"]);
      expect(await listed({ status: "discarded" })).toEqual(["run_10"]);
      expect(await listed({ app: "mohallamart", status: "open" })).toEqual(["run_11"]);
      expect(await listed({ workflow: "update-inventory" })).toEqual(["run_11"]);
      expect(await listed({ limit: 1 })).toEqual(["run_12"]);
    });

    it("they are listed by when they failed, whatever else is asked for", async () => {
      for (const hour of [10, 11, 12, 13]) await letters.record(atHour(hour));
      await letters.record(atHour(14, { workflow: "update-inventory" }));
      const [since, until] = ["2026-11-01T16:30:00+05:30", "2026-11-01T13:00:00Z"];
      expect(await listed({ since, until })).toEqual(["run_12", "run_11"]);
      expect(await listed({ since })).toEqual(["run_14", "run_13", "run_12", "run_11"]);
      expect(await listed({ until })).toEqual(["run_12", "run_11", "run_10"]);
      const others = [{ status: "open" as const }, { app: letter.app }, { workflow: letter.workflow }];
      for (let many = 1; many <= others.length; many += 1)
        expect(await listed({ ...Object.assign({}, ...others.slice(0, many)), since, until })).toEqual([
          "run_12",
          "run_11",
        ]);
      expect(await listed({ since, until, limit: 1, after: atHour(12) })).toEqual(["run_11"]);
      expect(await listed({ since, after: atHour(11) })).toEqual([]);
      expect(await listed({ since: until, until: since })).toEqual([]);
      expect(await listed({ until, after: atHour(14) })).toEqual(["run_12", "run_11", "run_10"]);
    });

    it("pages hold each of them once, also of those that failed at the same time", async () => {
      const workflows = ["run_a", "run_b", "run_c"].map((runId) => ({ ...letter, runId }));
      for (const each of [atHour(12), ...workflows, atHour(11, { failedAt: "2026-11-01T09:00:00.000Z" })]) {
        await letters.record(each);
      }
      const pages: string[][] = [];
      for (let after: DeadLetter | undefined; ; ) {
        const page = await letters.list({ after, limit: 2 });
        if (page.length === 0) break;
        pages.push(page.map(({ runId }) => runId));
        after = page.at(-1);
      }
      expect(pages).toEqual([["run_12", "run_c"], ["run_b", "run_a"], ["run_11"]]);
    });

    it("open ones are counted for each workflow, the latest failure first", async () => {
      await letters.record(atHour(10));
      await letters.record(atHour(11));
      await letters.record(atHour(12, { workflow: "update-inventory" }));
      await letters.record(atHour(13));
      await letters.record(atHour(14, { app: "ten-ocean-tenant-assc", workflow: "welcome-resident" }));
      await letters.discard("run_13");
      await letters.discard("run_14");
      const { app } = letter;
      expect(await letters.openByWorkflow()).toEqual([
        { app, workflow: "update-inventory", open: 1, latestFailedAt: atHour(12).failedAt },
        { app, workflow: letter.workflow, open: 2, latestFailedAt: atHour(11).failedAt },
      ]);
    });

    it("a workflow's failures since a time are counted, settled or not", async () => {
      for (const hour of [10, 11, 12]) await letters.record(atHour(hour));
      await letters.record(atHour(13, { workflow: "update-inventory" }));
      await letters.discard("run_12");
      const since = "2026-11-01T11:00:00Z";
      expect(await letters.count({ app: letter.app, workflow: letter.workflow, since })).toBe(2);
    });

    it("of two operators one replays it", async () => {
      await letters.record(letter);
      const replays = await Promise.all(
        ["run_a", "run_b"].map((replay) => letters.markReplayed("run_1", replay)),
      );
      expect(replays.toSorted()).toEqual([false, true]);
      expect(await letters.discard("run_1")).toBe(false);
      const replayRunId = replays[0] ? "run_a" : "run_b";
      expect(await letters.get("run_1")).toMatchObject({ status: "replayed", replayRunId });
    });

    it("the replay that has a letter may ask again, no other", async () => {
      await letters.record(letter);
      expect(await letters.markReplayed("run_1", "run_a")).toBe(true);
      expect(await letters.markReplayed("run_1", "run_a")).toBe(true);
      expect(await letters.markReplayed("run_1", "run_b")).toBe(false);
    });

    it("a letter whose replay never ran its function is open again, for the replay that had it", async () => {
      await letters.record(letter);
      await letters.markReplayed("run_1", "run_a");
      expect(await letters.reopen("run_1", "run_b")).toBe(false);
      expect(await letters.reopen("run_1", "run_a")).toBe(true);
      expect(await letters.get("run_1")).toMatchObject({
        status: "open",
        settledAt: undefined,
        replayRunId: undefined,
      });
      expect(await letters.markReplayed("run_1", "run_b")).toBe(true);
    });

    it("a letter whose replay failed again stays settled; the new one stands in for it", async () => {
      await letters.record(letter);
      await letters.markReplayed("run_1", "run_a");
      await letters.record({ ...letter, runId: "run_2", replayOf: "run_1", attempts: undefined });
      expect(await letters.reopen("run_1", "run_a")).toBe(false);
      expect(await letters.get("run_1")).toMatchObject({ status: "replayed" });
      expect(await listed({ replayOf: "run_1" })).toEqual(["run_2"]);
      expect(await letters.get("run_2")).toMatchObject({
        status: "open",
        replayOf: "run_1",
        attempts: undefined,
      });
    });

    it("forgetting a person leaves what carries no personal field: it may be unfinished business", async () => {
      const data = { userId: "user_asha" };
      const order = { id: "e1", name: "order.created", data: { ...data, orderId: "ord_1" } };
      const signUp = { id: "e2", name: "user.created", data: { ...data, email: "asha@example.com" } };
      const unknown = { id: "e3", name: "shop.visited", data };
      await letters.record(atHour(10, { events: [order] }));
      await letters.record(atHour(11, { events: [signUp, order] }));
      await letters.record(atHour(12, { events: [signUp] }));
      await letters.record(atHour(13, { events: [unknown] }));
      expect(await letters.forget("user_asha")).toBe(3);
      expect(await listed()).toEqual(["run_11", "run_10"]);
      for (const runId of ["run_10", "run_11"]) expect((await letters.get(runId))?.events).toEqual([order]);
    });

    it("forgetting a person forgets what was to be told of them and of what is theirs, in their app only", async () => {
      const route = (id: string, data: object) => ({ id, name: "notification/route", data });
      const aboutThem = route("e1", { userIds: ["admin_1"], about: "user_asha", data: { name: "Asha" } });
      const aboutTheirs = route("e2", { userIds: ["user_ben"], about: "post_1", data: { author: "Asha" } });
      const toMany = route("e3", {
        userIds: ["user_asha", "user_ben"],
        about: "ann_1",
        data: { title: "Water" },
      });
      const others = route("e4", {
        userIds: ["user_ben"],
        about: "post_12",
        data: { author: "user_ashana" },
      });
      await letters.record(atHour(10, { events: [aboutThem, toMany, aboutTheirs, others] }));
      await letters.record(atHour(11, { app: "another", events: [aboutThem] }));
      expect(await letters.forget("user_asha", { app: letter.app, theirs: ["post_1"] })).toBe(1);
      expect((await letters.get("run_10"))?.events).toEqual([toMany, others]);
      expect((await letters.get("run_11"))?.events).toEqual([aboutThem]);
    });

    it("forgetting a person takes their events away, and letters that hold no others", async () => {
      const about = (userId: string, id: string) => ({ id, name: "analytics.track", data: { userId } });
      const [asha, ben, asha2] = [
        about("user_asha", "e1"),
        about("user_ben", "e2"),
        about("user_asha", "e3"),
      ];
      await letters.record(atHour(10, { events: [asha, ben, asha2] }));
      await letters.record(atHour(11, { events: [asha] }));
      await letters.record(atHour(12, { events: [ben, { id: "e4", name: "order.updated" }] }));
      expect(await letters.forget("user_asha")).toBe(2);
      expect(await letters.forget("user_asha")).toBe(0);
      expect(await listed()).toEqual(["run_12", "run_10"]);
      expect((await letters.get("run_10"))?.events).toEqual([ben]);
      expect((await letters.get("run_12"))?.events).toHaveLength(2);
    });
  });
}
