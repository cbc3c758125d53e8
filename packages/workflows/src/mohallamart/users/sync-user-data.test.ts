import { userCreated } from "@org/events/mohallamart/user-created";
import { userDeleted } from "@org/events/mohallamart/user-deleted";
import { userUpdated } from "@org/events/mohallamart/user-updated";
import { expect, it } from "vitest";
import { partnerMessages } from "../../testing/partner-messages.ts";
import { asha } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const { userId } = asha;
const functionId = "sync-user-data";
const updated = () => userUpdated.create({ userId, changed: ["name"] });

const register = ({ mohallaMart }: TestBench) =>
  mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] });
const rename = ({ mohallaMart }: TestBench, name: string) =>
  mohallaMart.users.update(userId, { name }, { emit: [updated()] });
const toldNames = (bench: TestBench) => partnerMessages(bench, "crm").map(({ data }) => data.name);

it("copies a new user with their preferences to the cache and to the CRM", async () => {
  const bench = await startTestBench();
  await register(bench);
  await bench.settle();

  const profile = { ...asha, revision: 2, preferences: { language: "en-IN" } };
  expect(await bench.cache.get(`user:${userId}`)).toMatchObject(profile);
  const last = partnerMessages(bench, "crm").at(-1);
  expect(last).toMatchObject({ type: "user.synced", data: profile });
});

it("tells the CRM of a revision once, however many events it has", async () => {
  const bench = await startTestBench();
  await bench.mohallaMart.users.add(asha);
  await rename(bench, "Asha R");
  await bench.engine.send([updated(), updated()]);
  await bench.settle();

  expect(bench.engine.runs({ functionId })).toHaveLength(3);
  expect(toldNames(bench)).toEqual(["Asha R"]);
});

it("ends with the latest state when an earlier change is told late", async () => {
  const bench = await startTestBench();
  await bench.mohallaMart.users.add(asha);
  bench.engine.faults.failStep({ functionId, stepId: "sync-crm", attempts: 2 });
  await rename(bench, "Asha the first");
  await bench.settle();
  await rename(bench, "Asha the second");
  await bench.settle();
  await bench.engine.advance("1h");

  expect(toldNames(bench).at(-1)).toBe("Asha the second");
  expect(new Set(toldNames(bench)).size).toBe(toldNames(bench).length);
});

it("brings nothing back when a change arrives after the account was closed", async () => {
  const bench = await startTestBench();
  await bench.mohallaMart.users.add(asha);
  await rename(bench, "Asha R");
  await bench.settle();
  const closed = userDeleted.create({ userId, reason: "requested" });
  await bench.mohallaMart.users.close(userId, { emit: [closed] });
  await bench.settle();
  await bench.engine.send(updated());

  expect(bench.engine.runs({ functionId }).at(-1)).toMatchObject({
    status: "Completed",
    output: { cache: "deleted", crm: "user is gone" },
  });
  expect(await bench.cache.get(`user:${userId}`)).toBeUndefined();
  expect(partnerMessages(bench, "crm").at(-1)?.type).toBe("user.deleted");
});

it("tells the CRM nothing when the account is closed between its steps", async () => {
  const bench = await startTestBench();
  await bench.mohallaMart.users.add(asha);
  bench.engine.faults.failStep({ functionId, stepId: "sync-crm" });
  await rename(bench, "Asha R");
  await bench.settle();
  const closed = userDeleted.create({ userId, reason: "requested" });
  await bench.mohallaMart.users.close(userId, { emit: [closed] });
  await bench.settle();
  await bench.engine.advance("1h");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(partnerMessages(bench, "crm").map(({ type }) => type)).toEqual(["user.deleted"]);
  expect(await bench.cache.get(`user:${userId}`)).toBeUndefined();
});

it("works without a CRM, and says so", async () => {
  const bench = await startTestBench();
  delete bench.partners.crm;
  await bench.mohallaMart.users.add(asha);
  await rename(bench, "Asha R");
  await bench.settle();

  expect(bench.engine.run(functionId).output).toEqual({ cache: "updated", crm: "not configured" });
});
