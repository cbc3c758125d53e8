import { notificationRoute } from "@org/events/ten-ocean/notification-route";
import { expect, it } from "vitest";
import {
  changeMaya,
  decide,
  maya,
  mayaMoves,
  registerSam,
  registerSamAgain,
  sam,
} from "../../testing/house.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const maria = "maria.delgado@ten-ocean.example";
const samuel = "samuel.okafor@ten-ocean.example";
const status: string = expect.stringMatching(new RegExp(`^/ten-ocean/r/${sam.userId}/[\\w-]{22}$`));
const decision = `/ten-ocean/admin/registrations/${sam.userId}`;

const start = () => startTestBench({ schedulesOf: [] });

/** What an address was sent, oldest first: subjects, and where they lead. */
function sentTo(
  { vendors }: TestBench,
  address: string,
): [subject: string | undefined, path: string | undefined][] {
  const emails = vendors.outbox().filter(({ to }) => to === address);
  return emails.map(({ subject, html }) => [
    subject,
    html?.match(/href="https:\/\/10ocean\.test([^"]+)"/)?.[1],
  ]);
}

/** The text of the last email that an address was sent, spaces tidied. */
function lastTextTo({ vendors }: TestBench, address: string): string {
  const email = vendors.outbox().findLast(({ to }) => to === address);
  return (email?.text ?? "").replace(/\s+/g, " ");
}

async function afterwards(bench: TestBench, ...changes: (() => Promise<unknown>)[]): Promise<void> {
  for (const change of changes) {
    await change();
    await bench.settle();
    await bench.engine.advance("10m");
    await bench.settle();
  }
}

it("the link in an email opens the registration, and is in no table and in nothing that the engine keeps", async () => {
  const bench = await start();
  await afterwards(bench, () => registerSam(bench));
  const [[, path = ""] = []] = sentTo(bench, sam.email);
  const token = path.split("/").at(-1) ?? "";
  expect(await bench.registrationLinks.opens(sam.userId, token)).toBe(true);
  const { rows } = await bench.pool.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('ten_ocean', 'platform')",
  );
  for (const { name } of rows) {
    const found = await bench.pool.query(`select from ${name} kept where strpos(kept::text, $1) > 0`, [
      token,
    ]);
    expect([name, found.rowCount]).toEqual([name, 0]);
  }
  expect(JSON.stringify([bench.engine.runs(), bench.engine.events()])).not.toContain(token);
});

it("a registration that nobody decides on: the way to it, the requests, the reminders, the lapse", async () => {
  const bench = await start();
  await afterwards(bench, () => registerSam(bench));
  expect(lastTextTo(bench, samuel)).toContain("Registered in unit 4B already: Maya Fernandes.");
  await bench.engine.advance("3d");
  expect(lastTextTo(bench, samuel)).toContain("for 3 days. Without one it lapses in 11 days.");
  await bench.engine.advance("12d");
  await bench.settle();

  expect(sentTo(bench, sam.email)).toEqual([
    ["Your registration at 10 Ocean", status],
    ["Your registration at 10 Ocean has lapsed", status],
  ]);
  for (const reviewer of [maria, samuel])
    expect(sentTo(bench, reviewer)).toEqual([
      ["A new registration at 10 Ocean", decision],
      ["Still waiting: Sam Rivera", decision],
      ["Still waiting: Sam Rivera", decision],
    ]);
  const recorded = await bench.tenOcean.deliveries.list({ subject: sam.userId });
  expect(new Set(recorded.map(({ recipient }) => recipient))).toEqual(new Set(["admin", "resident"]));
});

it("a rejection with its reason, as text, and a welcome after asking again", async () => {
  const bench = await start();
  const reason = "No <b>lease</b> was found.\nAsk the owner.";
  await afterwards(
    bench,
    () => registerSam(bench),
    () => decide(bench, "rejected", { reason }),
  );
  expect(sentTo(bench, sam.email).at(-1)).toEqual(["Your registration at 10 Ocean was not accepted", status]);
  expect(lastTextTo(bench, sam.email)).toContain("The reason: No <b>lease</b> was found. Ask the owner.");
  await afterwards(
    bench,
    () => registerSamAgain(bench),
    () => decide(bench, "verified"),
  );
  expect(sentTo(bench, sam.email).slice(-2)).toEqual([
    ["Your registration at 10 Ocean", status],
    ["Welcome to 10 Ocean", "/ten-ocean/sign-in"],
  ]);
  expect(lastTextTo(bench, sam.email)).toContain("verified as a resident of unit 4B. Sign in");
});

it("a new unit: asked about, rejected, lapsed and confirmed", async () => {
  const bench = await start();
  const { userId } = maya;
  await afterwards(
    bench,
    () => mayaMoves(bench, "unit_2A"),
    () => decide(bench, "rejected", { userId, reason: "Chloé lives there." }),
  );
  expect(sentTo(bench, maria)).toEqual([
    ["Maya Fernandes has moved", `/ten-ocean/admin/registrations/${userId}`],
  ]);
  expect(lastTextTo(bench, maya.email)).toContain("Chloé lives there.");
  await afterwards(
    bench,
    () => mayaMoves(bench, "unit_2A"),
    () => bench.engine.advance("15d"),
  );
  await afterwards(
    bench,
    () => mayaMoves(bench, "unit_2A"),
    () => decide(bench, "verified", { userId }),
  );
  expect(sentTo(bench, maya.email)).toEqual([
    ["Unit 2A was not confirmed", "/ten-ocean/profile"],
    ["Nobody confirmed unit 2A", "/ten-ocean/profile"],
    ["You live in unit 2A now", "/ten-ocean/profile"],
  ]);
});

it("somebody who moves out, is suspended and comes back", async () => {
  const bench = await start();
  await afterwards(bench, () => changeMaya(bench, "alumni"));
  expect(lastTextTo(bench, maya.email)).toContain("has noted that you moved out");
  await afterwards(
    bench,
    () => changeMaya(bench, "suspended"),
    () => changeMaya(bench, "resident"),
  );
  expect(sentTo(bench, maya.email)).toEqual([
    ["You are no longer a resident of 10 Ocean", "/ten-ocean"],
    ["Your access to 10 Ocean is suspended", "/ten-ocean"],
    ["Welcome back to 10 Ocean", "/ten-ocean/sign-in"],
  ]);
});

it.each([
  ["waiting", status, "waits for a decision"],
  ["resident", "/ten-ocean/sign-in", "Sign in with this address"],
  ["rejected", status, "lets you ask again"],
  ["lapsed", status, "lets you ask again"],
  ["former", "/ten-ocean", "Speak to an admin"],
])("somebody who registers again and is %s: what to do next", async (situation, path, text) => {
  const bench = await start();
  await bench.tenOcean.residents.register(sam, { emit: [] });
  const { userId } = sam;
  const notificationId = `registration-again:${userId}:${situation}:2026-11-02`;
  const route = notificationRoute.create({
    notificationId,
    template: "registration-again",
    userIds: [userId],
    about: userId,
    data: { userId, situation },
  });
  await bench.engine.send(route);
  await bench.settle();
  expect(sentTo(bench, sam.email)).toEqual([["You are registered at 10 Ocean already", path]]);
  expect(lastTextTo(bench, sam.email)).toContain(text);
});

it("a suspended resident who turned everything off hears of it nevertheless", async () => {
  const bench = await start();
  const none = { email: false, push: false };
  const kinds = { verification: none, community: none, maintenance: none, forum: none, announcement: none };
  await bench.tenOcean.preferences.update(maya.userId, { kinds, digest: "off" });
  await afterwards(bench, () => changeMaya(bench, "suspended"));
  expect(sentTo(bench, maya.email)).toHaveLength(1);
});
