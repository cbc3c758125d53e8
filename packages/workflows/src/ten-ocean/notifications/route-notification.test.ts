import { expect, it } from "vitest";
import { emailed, maya, pushed, suresh, tellMembers } from "../../testing/notices.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const functionId = "route-notification";
const chloe = { userId: "user_chloe", email: "chloe@residents.example" };
const maria = { userId: "admin_001", email: "maria.delgado@ten-ocean.example" };

it("tells each member over the channels that they chose, admins by email, and keeps it in everybody's list", async () => {
  const bench = await startTestBench();
  const { preferences, notifications } = bench.tenOcean;
  for (const { userId } of [maya, suresh, chloe, maria]) await bench.subscribeDevice(userId, "ten-ocean");
  await preferences.update(suresh.userId, { kinds: { forum: { email: false } } });
  await preferences.update(chloe.userId, { kinds: { forum: { email: false, push: false } } });
  const userIds = [maya, suresh, chloe, maria].map(({ userId }) => userId);
  await tellMembers(bench, { template: "test-mention", userIds });
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.run(functionId).output).toMatchObject({ listed: 4, now: 3 });
  expect(emailed(bench)).toEqual([maria.email, maya.email]);
  expect(pushed(bench)).toEqual([maya.userId, suresh.userId]);
  for (const userId of userIds)
    expect(await notifications.list({ userId })).toMatchObject([
      { kind: "forum", title: "News: The lift is repaired", path: "/ten-ocean/forum", readAt: undefined },
    ]);
});

it("holds for the digest what a member wants with it, unless they get none", async () => {
  const bench = await startTestBench();
  const { preferences, notifications } = bench.tenOcean;
  const kinds = { forum: { timing: "digest" } } as const;
  await preferences.update(maya.userId, { kinds });
  await preferences.update(suresh.userId, { kinds, digest: "off" });
  await preferences.update(chloe.userId, { kinds: { forum: { timing: "digest", email: false } } });
  const userIds = [maya.userId, suresh.userId, chloe.userId];
  await tellMembers(bench, { template: "test-mention", userIds });
  await bench.engine.advance("1d");

  expect([...emailed(bench), ...pushed(bench)]).toEqual([]);
  expect(bench.engine.run(functionId).output).toMatchObject({ listed: 3, now: 0, heldForDigest: 1 });
  expect(await notifications.list({ userId: maya.userId, heldForDigest: true })).toHaveLength(1);
  expect(await notifications.list({ userId: suresh.userId, heldForDigest: true })).toEqual([]);
  expect(await notifications.list({ userId: chloe.userId })).toHaveLength(1);
});

it("skips who is unknown and who does not live here, but tells an applicant of their registration", async () => {
  const bench = await startTestBench();
  const { residents } = bench.tenOcean;
  await residents.changeStanding(maya.userId, "alumni", { emit: [] });
  await residents.changeStanding(suresh.userId, "pending", { emit: [] });
  const userIds = [maya.userId, suresh.userId, "user_gone", chloe.userId];
  await tellMembers(bench, { template: "test-leak", userIds });
  await bench.engine.advance("1m");
  expect(bench.engine.run(functionId).output).toMatchObject({ listed: 1, unknown: 1, notResidents: 2 });
  expect(emailed(bench)).toEqual([chloe.email]);

  await tellMembers(bench, { template: "test-decision", userIds: [suresh.userId] });
  await bench.engine.advance("1m");
  expect(emailed(bench)).toEqual([chloe.email, suresh.email]);
});

it("a preference that turns everything off still lets decisions and burst pipes through", async () => {
  const bench = await startTestBench();
  const off = { email: false, push: false };
  const kinds = { announcement: off, community: off, maintenance: off, forum: off, verification: off };
  await bench.tenOcean.preferences.update(maya.userId, { kinds, digest: "off" });
  await bench.subscribeDevice(maya.userId, "ten-ocean");
  for (const template of ["test-mention", "test-announcement", "test-decision", "test-leak"])
    await tellMembers(bench, { template, userIds: [maya.userId], what: template });
  await bench.engine.advance("1h");
  const told = bench.vendors.outbox().map(({ channel, subject }) => `${channel} ${subject}`);
  expect(told.toSorted()).toEqual([
    "email News: test-decision",
    "email News: test-leak",
    "push News: test-decision",
    "push News: test-leak",
  ]);
});

it("tells nobody twice, also not over a channel that they turned on since", async () => {
  const bench = await startTestBench();
  const { preferences } = bench.tenOcean;
  await bench.subscribeDevice(maya.userId, "ten-ocean");
  await preferences.update(maya.userId, { kinds: { forum: { push: false } } });
  await tellMembers(bench, { template: "test-mention", userIds: [maya.userId] });
  await bench.engine.advance("25h");
  await preferences.update(maya.userId, { kinds: { forum: { push: true } } });
  await tellMembers(bench, { template: "test-mention", userIds: [maya.userId, suresh.userId] });
  await bench.engine.advance("1h");

  expect(bench.engine.runs({ functionId })).toHaveLength(2);
  expect(emailed(bench)).toEqual([maya.email, suresh.email]);
  expect(pushed(bench)).toEqual([]);
});

it("tells nobody of what is over", async () => {
  const bench = await startTestBench();
  const expiresAt = "2026-11-02T04:00:00.000Z";
  await tellMembers(bench, { template: "test-mention", userIds: [maya.userId], expiresAt });
  await bench.engine.advance("1h");
  expect(bench.engine.run(functionId).output).toEqual({ expired: true });
  expect(bench.vendors.outbox()).toEqual([]);
  expect(await bench.tenOcean.notifications.list({ userId: maya.userId })).toEqual([]);
});

it("fails for a template that nobody wrote, and for data that is not what it needs, and tells nobody", async () => {
  const bench = await startTestBench();
  await tellMembers(bench, { template: "test-unknown", userIds: [maya.userId] });
  expect(bench.engine.run(functionId)).toHaveFailed(/no notification template test-unknown/);
  await bench.engine.send({
    name: "notification/route",
    data: { notificationId: "test-leak:1", template: "test-leak", userIds: [maya.userId], data: {} },
  });
  await bench.engine.advance("1h");
  const [, second] = bench.engine.runs({ functionId });
  expect(second).toHaveFailed(/The data of test-leak is not what the template needs: what/);
  expect([...emailed(bench), ...pushed(bench)]).toEqual([]);
  expect(await bench.tenOcean.notifications.list({ userId: maya.userId })).toEqual([]);
});
