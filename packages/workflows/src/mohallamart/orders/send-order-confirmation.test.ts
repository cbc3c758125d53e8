import { expect, it } from "vitest";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const functionId = "send-order-confirmation";

function messagesTo(bench: Awaited<ReturnType<typeof startTestBench>>, to: string) {
  return bench.vendors.outbox().filter((message) => message.to === to);
}

async function linkTo({ orderLinks }: Awaited<ReturnType<typeof startTestBench>>, orderId: string) {
  return `https://mohallamart.test/o/${await orderLinks.issue(orderId)}`;
}

it("sends one email and one SMS that name the order, the shop and the total", async () => {
  const bench = await startTestBench();
  const order = await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  const [email, ...moreEmails] = messagesTo(bench, asha.email);
  const [sms, ...moreSms] = messagesTo(bench, asha.phone);
  expect([moreEmails, moreSms]).toEqual([[], []]);
  const link = await linkTo(bench, order.orderId);
  for (const body of [email?.html, email?.text, sms?.text]) {
    expect(body).toContain(order.orderId);
    expect(body).toContain(link);
    expect(body).not.toContain("order.invalid");
  }
  expect(sms?.text).toContain(
    new Intl.NumberFormat("en-IN", { minimumFractionDigits: 2 }).format(order.total),
  );
  expect(await bench.mohallaMart.orders.progress(order.orderId)).toMatchObject({
    confirmation: { email: { status: "sent" }, sms: { status: "sent" } },
  });
});

it.each([
  {
    language: "kn-IN",
    subject: "ಅಂಗಡಿಯಿಂದ ನಿಮ್ಮ ಆರ್ಡರ್ ord_1",
    thanks: "ಧನ್ಯವಾದಗಳು, Asha Rao ಅವರೇ",
    text: /^MohallaMart: .+ ಅಂಗಡಿಗೆ ನಿಮ್ಮ ಆರ್ಡರ್ ತಲುಪಿದೆ, ₹/u,
  },
  {
    language: "hi-IN",
    subject: "से आपका ऑर्डर ord_1",
    thanks: "धन्यवाद, Asha Rao जी",
    text: /^MohallaMart: .+ को आपका ऑर्डर मिल गया, ₹/u,
  },
])("writes to whoever ordered in $language in it", async ({ language, subject, thanks, text }) => {
  const bench = await startTestBench();
  const order = await placeOrder(bench, { language });
  await bench.settle();

  const [email] = messagesTo(bench, asha.email);
  const [sms] = messagesTo(bench, asha.phone);
  const link = await linkTo(bench, order.orderId);
  expect(email?.subject).toContain(subject);
  expect(email?.html).toContain(`lang="${language}"`);
  expect(email?.html).toContain(thanks);
  expect(sms?.text).toMatch(text);
  for (const body of [email?.html, email?.text, sms?.text]) expect(body).toContain(link);
});

it("writes in the language that the customer has chosen since", async () => {
  const bench = await startTestBench();
  await placeOrder(bench, { language: "kn-IN" });
  const { preferences } = bench.mohallaMart;
  const channels = { email: true, sms: true, push: true };
  await preferences.initialize({ userId: asha.userId, language: "kn-IN", channels });
  await preferences.update(asha.userId, { language: "hi-IN" });
  await bench.settle();

  expect(messagesTo(bench, asha.email)[0]?.html).toContain('lang="hi-IN"');
});

it("sends no SMS to a customer without a phone", async () => {
  const bench = await startTestBench();
  const { phone: _, ...customer } = asha;
  await placeOrder(bench, { customer });
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.vendors.outbox().filter(({ channel }) => channel === "sms")).toEqual([]);
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
  expect(text).toContain(`has your order ${order.orderId}, Rs ${order.total.toFixed(2)}.`);
  expect(text).toContain(await linkTo(bench, order.orderId));
});

it("says on the order page that the email was refused for good; the SMS has left", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422, times: 2 });
  const { orderId } = await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.run("deliver-email")).toHaveFailed(/order-confirmation about ord_1/);
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

it("has sent the SMS when the email is given up, after more than an hour", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  bench.vendors.failNext("resend", { status: 503, times: 100 });
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("1h");
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    confirmation: { email: { status: "pending" }, sms: { status: "sent" } },
  });
  await bench.engine.advance("1h");

  const run = bench.engine.run("deliver-email");
  expect(run).toHaveFailed(/emails did not leave/);
  expect(run.steps).toContainEqual(
    expect.objectContaining({ id: "send-batch", status: "failed", attempts: 21 }),
  );
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    confirmation: { email: { status: "failed" }, sms: { status: "sent" } },
  });
});
