import { userCreated } from "@org/events/mohallamart/user-created";
import { expect, it } from "vitest";
import { asha } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "send-welcome-email";

const register = ({ mohallaMart }: TestBench) =>
  mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] });

it("welcomes a new customer with a guide to setting up the account", async () => {
  const bench = await startTestBench();
  await register(bench);
  await bench.settle();

  const [welcome, ...more] = bench.vendors.outbox().filter(({ channel }) => channel === "email");
  expect(more).toEqual([]);
  expect(welcome).toMatchObject({ to: asha.email, subject: "Welcome to MohallaMart" });
  expect(welcome?.html).toContain("https://mohallamart.test/account");
});

it("has nobody to welcome when the user is gone again", async () => {
  const bench = await startTestBench();
  await bench.engine.send(userCreated.create(asha));
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.run("deliver-email").output).toMatchObject({ sent: 0, failed: 0, skipped: 1 });
  expect(bench.vendors.outbox()).toEqual([]);
});

it("fails its sender when the email cannot be sent, and the delivery's record says why", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422 });
  await register(bench);
  await bench.settle();

  expect(bench.engine.run("deliver-email")).toHaveFailed(/welcome about user_asha/);
  const [delivery] = await bench.mohallaMart.deliveries.list({ subject: asha.userId });
  expect(delivery).toMatchObject({ status: "failed", workflow: functionId });
  expect(delivery?.reason).not.toContain(asha.email);
});
