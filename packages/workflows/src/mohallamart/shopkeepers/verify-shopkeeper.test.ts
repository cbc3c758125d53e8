import { expect, it } from "vitest";
import { applyToSell, approve, meena, tiffinRoom } from "../../testing/open-shop.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "verify-shopkeeper";

const statusOf = async ({ mohallaMart }: TestBench) =>
  (await mohallaMart.shopkeepers.application(meena.shopkeeperId))?.status;

async function subjectsTo({ vendors }: TestBench, to: string) {
  return vendors
    .outbox()
    .filter((message) => message.to === to)
    .map(({ subject }) => subject);
}

async function staffOf({ mohallaMart }: TestBench) {
  const [member] = await mohallaMart.staff.list();
  if (!member) throw new Error("The demo data has no staff.");
  return member;
}

/** What staff heard of the application; the day's figures come as well. */
async function toStaff(bench: TestBench) {
  const subjects = await subjectsTo(bench, (await staffOf(bench)).email);
  return subjects.filter((subject) => subject?.includes(tiffinRoom.name));
}

const asked = `A new shop applies: ${tiffinRoom.name}`;
const reminded = `A shop is still waiting: ${tiffinRoom.name}`;

it("asks staff once and ends with the approval, an hour later", async () => {
  const bench = await startTestBench();
  await applyToSell(bench);
  await bench.settle();
  await bench.engine.advance("1h");
  expect(bench.engine.run(functionId).status).toBe("Running");
  await approve(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toMatchObject({
    status: "Completed",
    output: { application: "approved" },
  });
  await bench.engine.advance("20d");
  expect(await toStaff(bench)).toEqual([asked]);
  expect(await statusOf(bench)).toBe("approved");
});

it("reminds staff once, and ends with the approval on the third day", async () => {
  const bench = await startTestBench();
  await applyToSell(bench);
  await bench.settle();
  await bench.engine.advance("3d");
  await approve(bench);
  await bench.settle();

  expect(bench.engine.run(functionId).output).toEqual({ application: "approved" });
  await bench.engine.advance("20d");
  expect(await toStaff(bench)).toEqual([asked, reminded]);
  expect(await statusOf(bench)).toBe("approved");
});

it("lapses after 14 days, not before, and tells the applicant", async () => {
  const bench = await startTestBench();
  await applyToSell(bench);
  await bench.settle();
  await bench.engine.advance("13d 23h");
  expect(await statusOf(bench)).toBe("applied");
  await bench.engine.advance("1h");
  await bench.settle();

  expect(bench.engine.run(functionId).output).toEqual({ application: "lapsed", applicant: "asked" });
  expect(await statusOf(bench)).toBe("lapsed");
  expect(await toStaff(bench)).toEqual([asked, reminded]);
  expect(await subjectsTo(bench, meena.email)).toEqual([
    `Your application for ${tiffinRoom.name} has lapsed`,
  ]);
});

it("leaves an application alone that was approved before the wait began", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId, stepId: "tell-staff:request" });
  await applyToSell(bench);
  await bench.settle();
  // The approval is through before the email is tried again.
  await approve(bench);
  await bench.settle();
  await bench.engine.advance("20d");

  expect(bench.engine.run(functionId).output).toEqual({ application: "approved" });
  expect(await toStaff(bench)).toEqual([asked]);
  expect(await statusOf(bench)).toBe("approved");
});

it("does not lapse what was approved while the second wait was about to begin", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId, stepId: "tell-staff:reminder" });
  await applyToSell(bench);
  await bench.settle();
  await bench.engine.advance("2d");
  await approve(bench);
  await bench.settle();
  await bench.engine.advance("20d");

  expect(bench.engine.run(functionId).output).toEqual({ application: "approved" });
  expect(await statusOf(bench)).toBe("approved");
  expect(await subjectsTo(bench, meena.email)).toEqual([`${tiffinRoom.name} is open`]);
});

it.each([
  ["1d", [asked]],
  ["3d", [asked, reminded]],
])("ends without another word when the account that applied is closed after %s", async (after, told) => {
  const bench = await startTestBench();
  const { users, shopkeepers, shops } = bench.mohallaMart;
  await users.add({ userId: "user_meena", name: meena.name, email: meena.email });
  await applyToSell(bench);
  await bench.settle();
  await bench.engine.advance(after);
  await users.close("user_meena", { emit: [] });
  await bench.engine.advance("20d");

  expect(bench.engine.run(functionId)).toMatchObject({
    status: "Completed",
    output: { application: "withdrawn" },
  });
  expect(await toStaff(bench)).toEqual(told);
  expect(await subjectsTo(bench, meena.email)).toEqual([]);
  expect(await shopkeepers.get(meena.shopkeeperId)).toBeUndefined();
  expect(await shops.get(meena.shopId)).toBeUndefined();
});

it("is not ended by another shopkeeper's approval", async () => {
  const bench = await startTestBench();
  await applyToSell(bench);
  await bench.settle();
  const other = { shopkeeperId: "sk_999", shopId: "shop_789", approvedBy: "admin_001" };
  await bench.engine.send({ name: "shopkeeper.approved", data: other });

  expect(bench.engine.run(functionId).status).toBe("Running");
});

it("goes on waiting when the vendor refuses the email to the staff, which an operator sees of its sender", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422 });
  await applyToSell(bench);
  await bench.settle();

  expect(bench.engine.run("deliver-email")).toHaveFailed(/shop-application about sk_meena/);
  expect(bench.engine.run(functionId).status).toBe("Running");
});

it("fails when there is nobody on the staff, so that an operator sees it", async () => {
  const bench = await startTestBench();
  await bench.pool.query("delete from mohallamart.staff");
  await applyToSell(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveFailed(/Nobody can verify shopkeeper sk_meena/);
  expect(await statusOf(bench)).toBe("applied");
});

it("fails for good for an application that does not exist", async () => {
  const bench = await startTestBench();
  const data = { shopkeeperId: "sk_none", shopId: "shop_none", userId: "user_none" };
  await bench.engine.send({ name: "shopkeeper.applied", data });

  expect(bench.engine.run(functionId)).toHaveFailed(/sk_none does not exist/);
});
