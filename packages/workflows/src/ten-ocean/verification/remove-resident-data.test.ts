import { notificationRoute } from "@org/events/ten-ocean/notification-route";
import { userRemoved } from "@org/events/ten-ocean/user-removed";
import { describe, expect, it } from "vitest";
import { deleteMaya, mayaLivesHere } from "../../testing/delete-maya.ts";
import { maya, noticesOf } from "../../testing/house.ts";
import { emailed, suresh } from "../../testing/notices.ts";
import { repairLeak } from "../../testing/repair-leak.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "remove-resident-data";
const { userId } = maya;
const quiet = { emit: [] };
const start = () => startTestBench({ schedulesOf: [] });

async function removed(bench: TestBench): Promise<void> {
  await deleteMaya(bench);
  await bench.settle();
}

it("erases the person, signs them out, and keeps what the house needs without them", async () => {
  const bench = await start();
  const token = await mayaLivesHere(bench);
  await bench.subscribeDevice(userId, "ten-ocean");
  const other = await bench.sessions.open(userId, "2100-01-01T00:00:00Z");
  await removed(bench);

  const { residents, verifications, forum, maintenance, notifications } = bench.tenOcean;
  expect(await residents.get(userId)).toBeUndefined();
  expect(await verifications.get(userId)).toBeUndefined();
  expect(await notifications.list({ userId })).toEqual([]);
  expect(await bench.sessions.use(token)).toBeUndefined();
  // The marketplace's customer with the same id is somebody else.
  expect(await bench.sessions.use(other)).toBeDefined();
  expect(await forum.posts({ topicId: "topic_1" })).toMatchObject([{ body: "" }]);
  expect(await maintenance.get("req_1")).toMatchObject({ number: 1001, unitId: "unit_4B", description: "" });
  await bench.engine.advance("31m");
  expect(bench.engine.run(functionId)).toHaveCompleted();
  await expect(
    bench.push.send({ userId, title: "Hello", body: "Hello", key: "hello" }),
  ).rejects.toMatchObject({
    code: "no_device",
  });
  expect(emailed(bench)).not.toContain(maya.email);
});

it("gives the seats of coming events to who waits, and they are told", async () => {
  const bench = await start();
  await mayaLivesHere(bench);
  await removed(bench);
  await bench.engine.advance("1m");
  expect(await bench.tenOcean.rsvps.list({ eventId: "evt_1" })).toMatchObject([
    { userId: suresh.userId, seated: true },
  ]);
  expect(emailed(bench)).toEqual([suresh.email]);
});

it("erases what was under way when the account was deleted", async () => {
  const bench = await start();
  await mayaLivesHere(bench);
  await removed(bench);
  const { maintenance } = bench.tenOcean;
  await maintenance.comment("req_1", { entryId: "entry_late", by: userId, text: "Maya here." }, quiet);
  const late = await bench.sessions.open(`ten-ocean:${userId}`, "2100-01-01T00:00:00Z");
  await bench.engine.advance("29m");
  expect((await maintenance.history("req_1")).at(-1)).toMatchObject({ text: "Maya here." });
  await bench.engine.advance("2m");
  expect((await maintenance.history("req_1")).at(-1)).toMatchObject({ text: undefined });
  expect(await bench.sessions.use(late)).toBeUndefined();
});

it("forgets failed runs that tell of them or quote what they wrote, and no others", async () => {
  const bench = await start();
  await mayaLivesHere(bench);
  const route = (about: string, words: string) =>
    notificationRoute.create({
      notificationId: `unwritten:${about}`,
      template: "unwritten",
      userIds: [suresh.userId, userId],
      about,
      data: { words },
    });
  await bench.engine.send(route(userId, "Maya moved in"));
  await bench.engine.send(route("post_1", "Maya sells her bike"));
  await bench.engine.send(route("ann_1", "Water off"));
  await bench.settle();
  expect(await bench.deadLetters.list()).toHaveLength(3);
  await removed(bench);
  const left = await bench.deadLetters.list();
  expect(left).toHaveLength(1);
  expect(left).toMatchObject([{ events: [{ data: { about: "ann_1" } }] }]);
});

it("erases an account that something else than the portal asks to remove", async () => {
  const bench = await start();
  await mayaLivesHere(bench);
  await bench.engine.send(userRemoved.create({ userId, reason: "left", removedBy: "admin_001" }));
  await bench.engine.advance("31m");
  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await bench.tenOcean.residents.get(userId)).toBeUndefined();
});

describe("what is under way for somebody who was removed", () => {
  it("a message that waits for the morning is not sent, nor is it listed", async () => {
    const bench = await startTestBench({ startTime: "2026-11-20T04:00:00Z", schedulesOf: [] });
    const quietHours = { from: "22:00", to: "07:00" };
    await bench.tenOcean.preferences.update(userId, { quietHours });
    await repairLeak(bench).report();
    await repairLeak(bench).change({ status: "in-progress" });
    await bench.settle();
    expect(await bench.tenOcean.notifications.list({ userId })).not.toEqual([]);
    await removed(bench);
    await bench.engine.advance("10h");
    expect(emailed(bench)).not.toContain(maya.email);
    const routed = bench.engine.runs({ functionId: "route-notification" });
    expect(routed.filter(({ status }) => status !== "Completed")).toEqual([]);
  });

  it("a repair that is done closes by itself, and its tenant is asked nothing", async () => {
    const bench = await start();
    const leak = repairLeak(bench);
    await leak.report();
    await bench.settle();
    // Emails leave one after another, hers in no particular place.
    await bench.engine.advance("1m");
    await removed(bench);
    const before = noticesOf(bench.engine).length;
    await leak.resolve();
    await bench.settle();
    await bench.engine.advance("8d");
    expect(await bench.tenOcean.maintenance.get("req_1")).toMatchObject({
      status: "closed",
      closure: "lapsed",
    });
    expect(bench.engine.run("close-resolved-request")).toHaveCompleted();
    expect(noticesOf(bench.engine).length).toBeGreaterThan(before);
    expect(emailed(bench).filter((address) => address === maya.email)).toHaveLength(1);
  });

  it("a reminder of an event goes to the other guests only", async () => {
    const bench = await start();
    await mayaLivesHere(bench);
    await bench.engine.send({
      name: "event/created",
      data: { eventId: "evt_1", createdBy: "admin_001", startsAt: "2026-12-24T18:00:00.000Z" },
    });
    await bench.settle();
    await removed(bench);
    await bench.engine.advance("53d");
    const reminded = noticesOf(bench.engine).filter(({ template }) => template === "event-reminder");
    expect(reminded.map(({ userIds }) => userIds)).toEqual([[suresh.userId], [suresh.userId]]);
  });
});
