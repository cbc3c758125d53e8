import { IntegrationError } from "@org/integrations/error";
import { expect, it } from "vitest";
import { retryJitter } from "../../retry-policy.ts";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const functionId = "send-order-confirmation";

function messagesTo(bench: Awaited<ReturnType<typeof startTestBench>>, to: string) {
  return bench.vendors.outbox().filter((message) => message.to === to);
}

it("sends one email and one SMS that name the order, the shop and the total", async () => {
  const bench = await startTestBench();
  const order = await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  const [email, ...moreEmails] = messagesTo(bench, asha.email);
  const [sms, ...moreSms] = messagesTo(bench, asha.phone);
  expect([moreEmails, moreSms]).toEqual([[], []]);
  for (const body of [email?.html, email?.text, sms?.text]) {
    expect(body).toContain(order.orderId);
    expect(body).toContain(`https://mohallamart.test/orders/${order.orderId}`);
  }
  expect(sms?.text).toContain(
    new Intl.NumberFormat("en-IN", { minimumFractionDigits: 2 }).format(order.total),
  );
  expect(await bench.mohallaMart.orders.progress(order.orderId)).toMatchObject({
    confirmation: { email: { status: "sent" }, sms: { status: "sent" } },
  });
});

it("sends no SMS to a customer without a phone", async () => {
  const bench = await startTestBench();
  const { phone: _, ...customer } = asha;
  await placeOrder(bench, { customer });
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.vendors.outbox().filter(({ channel }) => channel === "sms")).toEqual([]);
});

it("tries again after 1 s, 5 s and 15 s and its jitter when the email service is down, and then sends one email", async () => {
  const bench = await startTestBench();
  const unavailable = new IntegrationError("Resend answered 503.", {
    port: "email",
    vendor: "resend",
    kind: "retryable",
  });
  bench.engine.faults.failStep({ functionId, stepId: "send-email", attempts: 3, error: unavailable });
  await placeOrder(bench);
  await bench.settle();
  const failuresAfter: number[] = [];
  const { id: runId } = bench.engine.run(functionId);
  const waits = [1_000, 5_000, 15_000].map((delay, attempt) => delay + retryJitter(attempt, runId));
  for (const wait of waits.flatMap((each) => [`${each - 1}ms`, "1ms"]).slice(0, -1)) {
    await bench.engine.advance(wait);
    failuresAfter.push(
      bench.engine.run(functionId).steps.find(({ id }) => id === "send-email")?.attempts ?? 0,
    );
  }
  expect(failuresAfter).toEqual([1, 2, 2, 3, 3]);
  await bench.engine.advance("1ms");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(messagesTo(bench, asha.email)).toHaveLength(1);
});

it("sends one email when the answer of the first try was lost", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { cut: true });
  await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(messagesTo(bench, asha.email)).toHaveLength(1);
});

it("never sends a second SMS when nobody knows whether the first one left, and says so on the order page", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("twilio", { cut: true });
  const { orderId } = await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(messagesTo(bench, asha.phone)).toHaveLength(1);
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    confirmation: { email: { status: "sent" }, sms: { status: "unknown" } },
  });
  // Its vendor is asked meanwhile.
  await bench.engine.advance("1h");
  expect(messagesTo(bench, asha.phone)).toHaveLength(1);
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    confirmation: { sms: { status: "sent" } },
  });
});

it("completes and records the reason when the SMS is refused for good", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("twilio", { status: 400 });
  const { orderId } = await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    confirmation: {
      email: { status: "sent" },
      sms: { status: "failed", reason: expect.stringContaining("Twilio") },
    },
  });
});

it("texts a phone in India through MSG91's registered template", async () => {
  const bench = await startTestBench({ indiaByMsg91: true });
  const order = await placeOrder(bench);
  await bench.settle();

  expect(messagesTo(bench, asha.phone)).toMatchObject([{ vendor: "msg91" }]);
  const [{ text } = {}] = messagesTo(bench, asha.phone);
  expect(text).toContain(`has your order ${order.orderId}, ₹${order.total.toFixed(2)}.`);
  expect(text).toContain(`https://mohallamart.test/orders/${order.orderId}`);
});

it("fails, after the SMS, when the email is refused for good", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422, times: 2 });
  const { orderId } = await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveFailed(/could not be emailed/);
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    confirmation: { email: { status: "failed" }, sms: { status: "sent" } },
  });
});

it("texts at once while the email's vendor is away", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 503, times: 20 });
  const { orderId } = await placeOrder(bench);
  await bench.settle();

  expect(messagesTo(bench, asha.phone)).toHaveLength(1);
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    confirmation: { email: { status: "pending" }, sms: { status: "sent" } },
  });
});

it("tries a text again when Twilio says that its service is away", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("twilio", { status: 503 });
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(messagesTo(bench, asha.phone)).toHaveLength(1);
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    confirmation: { sms: { status: "sent" } },
  });
});

it("gives up on the email after five retries and still sends the SMS", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 503, times: 20 });
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("10m");

  const run = bench.engine.run(functionId);
  expect(run).toHaveFailed(/could not be emailed/);
  expect(run.steps).toContainEqual(
    expect.objectContaining({ id: "send-email", status: "failed", attempts: 6 }),
  );
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    confirmation: { email: { status: "failed" }, sms: { status: "sent" } },
  });
});
