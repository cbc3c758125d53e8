import { userRegistrationRequested } from "@org/events/ten-ocean/user-registration-requested";
import { expect, it } from "vitest";
import { decide, maya, registerSam, requestAsSam, sam } from "../../testing/house.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "confirm-registration";

const start = () => startTestBench({ schedulesOf: [] });

/** Subjects of what an address was sent, and where they lead. */
function sentTo({ vendors }: TestBench, address: string) {
  const emails = vendors.outbox().filter(({ to }) => to === address);
  return emails.map(({ subject, html }) => [
    subject,
    html?.match(/href="https:\/\/10ocean\.test([^"]+)"/)?.[1],
  ]);
}

async function afterAsking(
  bench: TestBench,
  entries: Parameters<typeof requestAsSam>[1] = {},
): Promise<void> {
  await requestAsSam(bench, entries);
  await bench.settle();
  await bench.engine.advance("5m");
  await bench.settle();
}

it("sends a link, and nobody is registered until it is followed", async () => {
  const bench = await start();
  const { token } = await requestAsSam(bench);
  await bench.settle();
  expect(sentTo(bench, sam.email)).toEqual([
    ["Confirm your registration at 10 Ocean", `/ten-ocean/registered/${token}`],
  ]);
  expect(bench.engine.events({ name: "user/registered" })).toEqual([]);
  const { residents, registrations, verifications } = bench.tenOcean;
  expect([await residents.findByEmail(sam.email), await verifications.listPending()]).toEqual([
    undefined,
    [],
  ]);
  await registrations.prove(token, { emit: [] });
  expect(await residents.findByEmail(sam.email)).toMatchObject(sam);
});

it("forgets after a day what nobody confirmed", async () => {
  const bench = await start();
  await requestAsSam(bench);
  await bench.settle();
  await bench.engine.advance("23h");
  const left = async () => (await bench.pool.query("select from ten_ocean.registrations")).rowCount;
  expect(await left()).toBe(1);
  await bench.engine.advance("2h");
  expect(await left()).toBe(0);
  expect(bench.engine.run(functionId).output).toEqual({ registration: "asked", link: "sent" });
});

it("keeps the link's secret and the address from the engine", async () => {
  const bench = await start();
  const { token } = await requestAsSam(bench);
  await afterAsking(bench, { userId: "user_again", email: maya.email });
  const kept = JSON.stringify([bench.engine.runs({ functionId }), bench.engine.events()]);
  for (const secret of [token, sam.email, maya.email]) expect(kept).not.toContain(secret);
});

const samsPage: string = expect.stringMatching(new RegExp(`^/ten-ocean/r/${sam.userId}/[\\w-]{22}$`));

it.each<[string, (bench: TestBench) => Promise<unknown>, string, string, string]>([
  ["waits", async () => {}, sam.email, samsPage, "waits for a decision"],
  ["was turned down", (bench) => decide(bench, "rejected"), sam.email, samsPage, "was not accepted"],
  ["lives here", async () => {}, maya.email, "/ten-ocean/sign-in", "Sign in with this address"],
  [
    "moved out",
    (bench) => bench.tenOcean.residents.changeStanding(maya.userId, "alumni", { emit: [] }),
    maya.email,
    "/ten-ocean",
    "Speak to an admin",
  ],
])(
  "tells a known address whose owner %s what to do, once a day, and sends no link",
  async (_who, change, email, path, words) => {
    const bench = await start();
    await registerSam(bench);
    await bench.settle();
    await change(bench);
    await bench.settle();
    await bench.engine.advance("10m");
    await bench.settle();
    const before = sentTo(bench, email).length;
    for (const n of [1, 2])
      await afterAsking(bench, { userId: `user_stranger${n}`, email, firstName: "Eve" });
    expect(sentTo(bench, email).slice(before)).toEqual([["You are registered at 10 Ocean already", path]]);
    const told = bench.vendors.outbox().findLast(({ to }) => to === email);
    expect(told?.text?.replace(/\s+/g, " ")).toContain(words);
    expect(told?.text).not.toContain("Eve");
    expect((await bench.pool.query("select from ten_ocean.registrations")).rowCount).toBe(0);
    expect(bench.engine.runs({ functionId }).map(({ output }) => output)).toEqual([
      { registration: "known" },
      { registration: "known" },
    ]);
  },
);

it("fills nobody's mailbox, however often an address is typed in", async () => {
  const bench = await start();
  for (let n = 1; n <= 7; n += 1) await afterAsking(bench, { userId: `user_flood${n}` });
  expect(sentTo(bench, sam.email)).toHaveLength(5);
});

it("fails nobody when the address was proven by another link before this one could be sent", async () => {
  const bench = await start();
  bench.vendors.failNext("resend", { status: 503 });
  await requestAsSam(bench);
  await bench.settle();
  const { token } = await requestAsSam(bench, { userId: "user_second" });
  await bench.tenOcean.registrations.prove(token, { emit: [] });
  await bench.settle();
  await bench.engine.advance("5m");
  await bench.settle();
  const runs = bench.engine.runs({ functionId });
  expect(runs.map(({ status }) => status)).not.toContain("Failed");
  expect(runs[0]?.output).toEqual({ registration: "gone" });
});

it("fails when the link cannot be sent", async () => {
  const bench = await start();
  bench.vendors.failNext("resend", { status: 422 });
  await requestAsSam(bench);
  await bench.settle();
  expect(bench.engine.run(functionId)).toHaveFailed(/could not be sent/);
});

it("sends nothing for a registration that is gone", async () => {
  const bench = await start();
  await bench.engine.send(userRegistrationRequested.create({ userId: "user_gone" }));
  await bench.engine.runUntilIdle();
  expect(bench.engine.run(functionId).output).toEqual({ registration: "gone" });
  expect(bench.vendors.outbox()).toEqual([]);
});
