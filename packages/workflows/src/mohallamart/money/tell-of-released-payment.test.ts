import { expect, it } from "vitest";
import { asha } from "../../testing/place-order.ts";
import { releasePayment, soldOut } from "../../testing/release-payment.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "tell-of-released-payment";
const emailsTo = ({ vendors }: TestBench) => vendors.outbox().filter(({ to }) => to === asha.email);

it("tells whoever paid why there is no order, and that the money goes back", async () => {
  const bench = await startTestBench();
  const { paymentId } = await releasePayment(bench);
  await bench.settle();

  expect(bench.engine.run(functionId).output).toEqual({ email: "asked" });
  const [email, ...others] = emailsTo(bench);
  expect(others).toEqual([]);
  expect(email?.subject).toBe("Your payment goes back to you: order ord_1");
  expect(email?.text).toContain(soldOut);
  expect(email?.text).toContain("go back the way they came");
  expect(JSON.stringify(bench.engine.events({ name: "payment.released" }))).toContain(paymentId);
});

it("tells nobody who closed their account meanwhile", async () => {
  const bench = await startTestBench();
  const { users } = bench.mohallaMart;
  await users.add(asha);
  bench.engine.faults.failStep({ functionId, stepId: "fetch-payment" });
  await releasePayment(bench);
  await bench.settle();
  // Closed before it is tried again.
  await users.close(asha.userId, { emit: [] });
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId).output).toEqual({
    skipped: expect.stringContaining("Nobody is known"),
  });
  expect(emailsTo(bench)).toEqual([]);
});

it("reaches them after an hour of a vendor's trouble, and the sender's run says when they cannot be told", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 503, times: 15 });
  await releasePayment(bench);
  await bench.settle();
  expect(emailsTo(bench)).toEqual([]);
  await bench.engine.advance("2h");
  expect(emailsTo(bench)).toHaveLength(1);

  bench.vendors.failNext("resend", { status: 422 });
  await releasePayment(bench, { orderId: "ord_2" });
  await bench.settle();
  expect(bench.engine.runs({ functionId: "deliver-email" }).at(-1)).toHaveFailed(
    /released-payment about ord_2/,
  );
});

it("fails for a payment that was never released", async () => {
  const bench = await startTestBench();
  const data = { orderId: "ord_1", paymentId: "pay_none", amount: 10 };
  await bench.engine.send({ name: "payment.released", data });

  expect(bench.engine.run(functionId)).toHaveFailed(/pay_none was not released/);
});
