import { expect, it } from "vitest";
import { applyToSell, approve, meena, reject, tiffinRoom, turnedDown } from "../../testing/open-shop.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "send-rejection-email";
const emailsTo = ({ vendors }: TestBench) => vendors.outbox().filter(({ to }) => to === meena.email);

it("tells the applicant why, and where to apply again, and the shop stays closed", async () => {
  const bench = await startTestBench();
  await applyToSell(bench);
  await reject(bench);
  await bench.settle();
  await bench.engine.advance("20d");

  expect(bench.engine.run(functionId).output).toEqual({ email: "asked" });
  const [email, ...others] = emailsTo(bench);
  expect(others).toEqual([]);
  expect(email?.subject).toBe(`Your application for ${tiffinRoom.name} was turned down`);
  expect(email?.text).toContain(turnedDown);
  expect(email?.html).toContain("https://mohallamart.test/sell");
  expect(await bench.mohallaMart.shops.get(meena.shopId)).toMatchObject({ listed: false });
  expect(await approve(bench)).toBe(false);
});

it.each(["1h", "3d"])(
  "ends the verification: turned down after %s it neither reminds nor lapses",
  async (after) => {
    const bench = await startTestBench();
    await applyToSell(bench);
    await bench.settle();
    await bench.engine.advance(after);
    const before = bench.vendors.outbox().length;
    await reject(bench);
    await bench.settle();
    await bench.engine.advance("20d");

    expect(bench.engine.run("verify-shopkeeper")).toMatchObject({
      status: "Completed",
      output: { application: "rejected" },
    });
    const since = bench.vendors.outbox().slice(before);
    expect(since.filter(({ subject }) => subject?.includes(tiffinRoom.name))).toHaveLength(1);
    expect(await bench.mohallaMart.shopkeepers.application(meena.shopkeeperId)).toMatchObject({
      status: "rejected",
    });
  },
);

it("tells nobody whose account was closed meanwhile", async () => {
  const bench = await startTestBench();
  const { users } = bench.mohallaMart;
  await users.add({ userId: "user_meena", name: meena.name, email: meena.email });
  await applyToSell(bench);
  bench.engine.faults.failStep({ functionId, stepId: "check-rejection", attempts: 3 });
  await reject(bench);
  await bench.settle();
  // Closed before it is tried for the last time.
  await users.close("user_meena", { emit: [] });
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId).output).toEqual({ skipped: expect.stringContaining("is closed") });
  expect(emailsTo(bench).filter(({ subject }) => subject?.includes("turned down"))).toEqual([]);
});

it("tells nothing that the store does not say, and says when they cannot be told", async () => {
  const bench = await startTestBench();
  await applyToSell(bench);
  const { shopkeeperId, shopId } = meena;
  const data = { shopkeeperId, shopId, rejectedBy: "admin_001" };
  await bench.engine.send({ name: "shopkeeper.rejected", data });
  expect(bench.engine.run(functionId)).toHaveFailed(/was not turned down but is applied/);

  await bench.settle();
  bench.vendors.failNext("resend", { status: 422 });
  await reject(bench);
  await bench.settle();
  await bench.engine.advance("1m");
  expect(bench.engine.runs({ functionId: "deliver-email" }).at(-1)).toHaveFailed(
    /application-rejected about sk_meena/,
  );
});
