import { notificationDigestGenerate } from "@org/events/ten-ocean/notification-digest-generate";
import type { NotificationKind } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { announce, moveIn } from "../../testing/full-house.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { previewDigest } from "./preview-digest.ts";

const functionId = "generate-digest";
const week = { since: "2026-10-26T12:00:00.000Z", until: "2026-11-02T04:00:00.000Z" };
/** Nothing else runs by the clock. */
const benchOptions = { schedulesOf: [functionId] };

async function generate(
  { engine }: TestBench,
  span: { period: "daily" | "weekly"; since: string; until: string } = { period: "weekly", ...week },
): Promise<void> {
  await engine.send(notificationDigestGenerate.create(span));
  await engine.runUntilIdle();
}

interface Asked {
  userId: string;
  template: string;
  notificationId: string;
  data: Record<string, unknown>;
}

/** The emails that were asked for, by member. */
const asked = ({ engine }: TestBench): Asked[] =>
  engine
    .events({ name: "notification/email.send" })
    .map(({ data }): Asked => Object(data))
    .toSorted((a, b) => a.userId.localeCompare(b.userId));

const titlesOf = ({ data }: Asked): string[] => {
  const rows: { title: string }[] = Object(data.announcements);
  return rows.map(({ title }) => title);
};

const told = (bench: TestBench) => asked(bench).map(({ userId }) => userId);

it("asks for one email each of what concerns them, in the name of the week", async () => {
  const bench = await startTestBench(benchOptions);
  await announce(bench, { publishedAt: "2026-10-26T12:00:00.000Z" });
  await announce(bench, { announcementId: "ann_4", title: "Floor four", floor: 4 });
  await announce(bench, { announcementId: "ann_old", publishedAt: "2026-10-26T11:59:59.999Z" });
  await announce(bench, { announcementId: "ann_next", publishedAt: week.until });
  await announce(bench, { announcementId: "ann_wrong" });
  await bench.tenOcean.announcements.withdraw("ann_wrong", "admin_001");
  await generate(bench);

  const titles = Object.fromEntries(asked(bench).map((email) => [email.userId, titlesOf(email)]));
  const house = ["Water off on Tuesday"];
  const fourth = ["Floor four", "Water off on Tuesday"];
  expect(titles).toEqual({
    ...{ admin_001: house, admin_002: fourth, admin_003: house },
    ...{ user_amina: house, user_chloe: house, user_maya: fourth, user_suresh: fourth, user_tomasz: house },
  });
  for (const { template, notificationId } of asked(bench)) {
    expect({ template, notificationId }).toEqual({
      template: "weekly-digest",
      notificationId: `weekly-digest:${week.until}`,
    });
  }
  expect(bench.engine.run(functionId).output).toEqual({ period: "weekly", ...week, emails: 8 });
});

it("tells captains and admins what waits for them, and nobody else", async () => {
  const bench = await startTestBench(benchOptions);
  const { residents, verifications, maintenance } = bench.tenOcean;
  for (const [userId, unitId] of [
    ["user_new", "unit_4A"],
    ["user_lost", undefined],
  ] as const) {
    const applicant = { userId, unitId, email: `${userId}@example.com`, firstName: "New", lastName: "" };
    await residents.register(applicant, { emit: [] });
    await verifications.open(userId);
  }
  const leak = { requestId: "req_1", userId: "user_chloe", unitId: "unit_2A", category: "plumbing" };
  await maintenance.create({ ...leak, priority: "high", description: "The sink leaks." }, { emit: [] });
  await generate(bench);
  expect(
    asked(bench).map(({ userId, data: { registrations, requests } }) => [userId, registrations, requests]),
  ).toEqual([
    ["admin_001", 2, 1],
    ["admin_002", 1, 0],
    ["admin_003", 0, 1],
  ]);
});

it("gives nobody an empty one, and none to those who want none or another", async () => {
  const bench = await startTestBench(benchOptions);
  await generate(bench);
  expect(told(bench)).toEqual([]);
  expect(bench.engine.run(functionId).output).toMatchObject({ emails: 0 });

  const next = { since: week.until, until: "2026-11-09T13:00:00.000Z" };
  await announce(bench, { publishedAt: "2026-11-05T12:00:00.000Z", floor: 4 });
  await bench.tenOcean.preferences.update("user_maya", { digest: "off" });
  await bench.tenOcean.preferences.update("user_suresh", { digest: "daily" });
  await generate(bench, { period: "weekly", ...next });
  expect(told(bench)).toEqual(["admin_002"]);
  await generate(bench, { period: "daily", ...next });
  expect(told(bench)).toEqual(["admin_002", "user_suresh"]);
});

it("goes on from the last one, and is silent about a span that a later one has told of", async () => {
  const bench = await startTestBench(benchOptions);
  await announce(bench);
  await generate(bench);
  await announce(bench, {
    announcementId: "ann_late",
    title: "Late",
    publishedAt: "2026-11-02T04:00:00.000Z",
  });
  await generate(bench, { period: "weekly", since: week.since, until: "2026-11-09T13:00:00.000Z" });
  const emails = asked(bench).filter(({ userId }) => userId === "user_maya");
  expect(emails.map(titlesOf)).toEqual([["Water off on Tuesday"], ["Late"]]);

  await generate(bench, { period: "weekly", since: week.since, until: "2026-11-05T00:00:00.000Z" });
  expect(bench.engine.runs({ functionId }).map(({ output }) => Object(output).skipped)).toContain(
    "A later digest has told of this span.",
  );
  expect(asked(bench).filter(({ userId }) => userId === "user_maya")).toHaveLength(2);
});

it("does without the page that cannot be asked for, says so, and sends the rest with a replay", async () => {
  const bench = await startTestBench(benchOptions);
  await moveIn(bench, 250);
  await announce(bench);
  bench.engine.faults.failStep({ functionId, stepId: "send-digests:2", attempts: 4 });
  await generate(bench);
  await bench.engine.advance("10m");
  const run = bench.engine.run(functionId);
  expect(run).toHaveFailed(/158 digests were sent, 1 could not be written: page 2/);
  expect(told(bench)).toHaveLength(158);

  await bench.engine.controls.rerun(run.id);
  await bench.engine.runUntilIdle();
  expect(new Set(told(bench)).size).toBe(258);
});

/** The digests that left, by address. */
const sent = ({ vendors }: TestBench) =>
  vendors.outbox().filter(({ subject = "" }) => /^Your (week|day) at 10 Ocean/.test(subject));

const sentTo = (bench: TestBench, userId: string) =>
  sent(bench).filter(({ to }) => to === `${userId.replace("user_", "")}@residents.example`);

it("arrives as the preview shows it, with a link that ends digests", async () => {
  const bench = await startTestBench(benchOptions);
  await announce(bench);
  await announce(bench, { announcementId: "ann_2", title: "<b>Lift</b> 🎉", body: "Works.\n\nAgain." });
  const preview = previewDigest({ digests: bench.tenOcean.digests, portalUrl: "https://10ocean.test" });
  const shown = await preview("user_maya", "weekly", new Date(week.until));
  await generate(bench);
  await bench.engine.advance("1m");

  const [message] = sentTo(bench, "user_maya");
  const withoutLink = (body = "") =>
    body.replaceAll(/https:[^"\s]*\/ten-ocean\/(unsubscribe|profile)\/[^"\s]*/g, "<link>");
  expect(message?.subject).toBe(shown?.message?.subject);
  expect(withoutLink(message?.html)).toBe(withoutLink(shown?.message?.html));
  expect(withoutLink(message?.text)).toBe(withoutLink(shown?.message?.text));
  expect(Object(message?.resource).headers["List-Unsubscribe"]).toMatch(
    /^<https:\/\/10ocean\.test\/ten-ocean\/unsubscribe\/[^>]+kind=digest>$/,
  );
});

it("reaches a thousand residents once each in a dozen requests, whatever is lost on the way, but nobody who left", async () => {
  const bench = await startTestBench(benchOptions);
  await moveIn(bench, 1_000);
  await announce(bench);
  await bench.pool.query("update ten_ocean.residents set email = 'no address' where user_id = 'user_0500'");
  const { faults } = bench.engine;
  faults.loseAnswer({ functionId, stepId: "send-digests:3" });
  faults.crashAfterStep({ functionId, stepId: "send-digests:5" });
  faults.loseAnswer({ functionId, stepId: "fetch-readers:7" });
  faults.crashAfterStep({ functionId, stepId: "begin-digest" });
  faults.failStep({ functionId: "send-bulk-email", stepId: "choose-recipients" });
  faults.loseAnswer({ functionId: "send-bulk-email", stepId: "send-batch" });
  faults.crashAfterStep({ functionId: "send-bulk-email", stepId: "choose-recipients" });
  await generate(bench);
  await bench.tenOcean.residents.remove("user_0001");
  await bench.tenOcean.residents.changeStanding("user_0002", "alumni", { emit: [] });
  await bench.tenOcean.preferences.update("user_0003", { digest: "off" });
  await bench.engine.advance("10m");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  const addresses = sent(bench).map(({ to }) => to);
  expect(new Set(addresses).size).toBe(addresses.length);
  // The house's 5, the 3 who look after it, and the thousand less four.
  expect(addresses).toHaveLength(1_004);
  for (const gone of ["0001", "0002", "0003"]) {
    expect(addresses).not.toContain(`resident${gone}@residents.example`);
  }
  expect(bench.engine.runs({ functionId: "send-bulk-email" }).length).toBeLessThanOrEqual(12);
});

it("leaves out what is turned off, and whoever turned everything off", async () => {
  const bench = await startTestBench(benchOptions);
  await announce(bench);
  const off = { email: false, push: false };
  const all: Record<NotificationKind, typeof off> = {
    ...{ announcement: off, community: off, maintenance: off, forum: off, verification: off },
  };
  await bench.tenOcean.preferences.update("user_maya", { kinds: all });
  await bench.tenOcean.preferences.update("user_amina", { kinds: all, digest: "off" });
  await bench.tenOcean.preferences.update("user_chloe", { kinds: { forum: off } });
  await generate(bench);
  expect(told(bench)).toEqual([
    ...["admin_001", "admin_002", "admin_003"],
    ...["user_chloe", "user_suresh", "user_tomasz"],
  ]);
});

it("tells what the router kept for it, once", async () => {
  const bench = await startTestBench(benchOptions);
  await bench.tenOcean.preferences.update("user_maya", { kinds: { maintenance: { timing: "digest" } } });
  const notice = { kind: "maintenance", title: "Your request 77 is resolved", body: "All done." } as const;
  const entry = { userId: "user_maya", email: false, push: false, heldForDigest: true };
  const kept = {
    ...notice,
    notificationId: "request-resolved:req_77",
    path: "/ten-ocean/maintenance/req_77",
  };
  await bench.tenOcean.notifications.add(kept, [entry]);
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  await generate(bench, { period: "weekly", since: at(-1), until: at(1) });
  await generate(bench, { period: "weekly", since: at(1), until: at(2) });
  await bench.engine.advance("1m");
  expect(sentTo(bench, "user_maya").map(({ text }) => text?.includes(notice.title))).toEqual([true]);
});
