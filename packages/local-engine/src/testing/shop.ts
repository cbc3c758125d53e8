import { randomUUID } from "node:crypto";
import { type ClientOptions, Inngest, NonRetriableError, RetryAfterError, referenceFunction } from "inngest";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/** What fails, and how often before it succeeds. */
export const outages = new Map<string, { left: number; error: () => Error }>();

function failIfOut(what: string): void {
  const outage = outages.get(what);
  if (!outage || outage.left === 0) return;
  outage.left--;
  throw outage.error();
}

export const downFor = (what: string, left: number, error = () => new Error(`${what} is down`)) =>
  outages.set(what, { left, error });
export const busy = () => new RetryAfterError("come back later", "40s");
export const refused = () => new NonRetriableError("card_declined");

/**
 * A shop whose steps answer something else each time: played again, a run ends as it did only when its steps answer as
 * they did.
 */
export function shop(options: ClientOptions | object) {
  const client = new Inngest({ id: "shop", logger: quiet, ...options });

  const charge = client.createFunction(
    { id: "charge", triggers: [{ event: "order.placed" }], retries: 3 },
    async ({ event, step }) => {
      const receipts: string[] = [];
      for (const _ of [1, 2, 3]) receipts.push(await step.run("charge-card", () => pay()));
      const [a, b] = await Promise.all([
        step.run("count-stock", () => randomUUID()),
        step.run("print-label", () => randomUUID()),
      ]);
      await step.sendEvent("tell", { name: "order.charged", data: { orderId: event.data.orderId } });
      await step.sleep("seven-days", "7d");
      return { receipts, a, b, orderId: event.data.orderId };
    },
  );
  const pay = () => {
    failIfOut("the bank");
    return randomUUID();
  };

  const remind = client.createFunction(
    {
      id: "remind",
      triggers: [{ event: "cart.left" }],
      cancelOn: [{ event: "cart.emptied", if: "async.data.cartId == event.data.cartId" }],
    },
    async ({ step }) => {
      const order = await step.waitForEvent("order", { event: "order.placed", timeout: "2d" });
      await step.sleep("a-while", "3d");
      return {
        ordered: order?.data.orderId ?? "nothing",
        code: await step.run("make-code", () => randomUUID()),
      };
    },
  );

  const price = client.createFunction({ id: "price", triggers: [] }, async ({ event, step }) => {
    await step.sleep("think", "10m");
    failIfOut("the price list");
    const given: { orderId?: unknown } = event.data;
    return { price: await step.run("look-up", () => randomUUID()), of: given.orderId };
  });

  const carrierRates = referenceFunction({ appId: "carrier", functionId: "rates" });
  const quote = client.createFunction(
    { id: "quote", triggers: [{ event: "quote.asked" }] },
    async ({ step }) => {
      const first = await step.invoke("ask-price", { function: price, data: { orderId: "ord_1" } });
      const second = await step
        .invoke("ask-again", { function: price, data: { orderId: "ord_2" } })
        .catch((error: Error) => error.message);
      const third = await step.invoke("ask-carrier", { function: carrierRates, data: {}, timeout: "1d" });
      return { first, second, third };
    },
  );

  const report = client.createFunction(
    { id: "report", triggers: [{ cron: "0 2 * * *" }] },
    async ({ step }) => step.run("count", () => randomUUID()),
  );

  const collect = client.createFunction(
    { id: "collect", triggers: [{ event: "parcel.ready" }], batchEvents: { maxSize: 2, timeout: "60s" } },
    async ({ events, step }) => ({
      parcels: events.map(({ data }) => data.n),
      tour: await step.run("plan", () => randomUUID()),
    }),
  );

  const approve = client.createFunction(
    { id: "approve", triggers: [{ event: "refund.asked" }] },
    async ({ step }) => {
      const advice = await step.ai.infer("advise", {
        model: step.ai.models.openai({ model: "gpt-4o", apiKey: "none" }),
        body: { messages: [{ role: "user", content: "Is this refund due?" }] },
      });
      const clerk = await step.waitForSignal("clerk", {
        signal: "refund/ord_1",
        timeout: "1d",
        onConflict: "fail",
      });
      const manager = await step.waitForSignal("manager", {
        signal: "refund/ord_1/manager",
        timeout: "1h",
        onConflict: "fail",
      });
      return {
        advice: advice.choices[0]?.message.content ?? "none",
        clerk: clerk?.data ?? "nobody",
        manager,
      };
    },
  );

  return { client, functions: [charge, remind, price, quote, report, collect, approve] };
}

/** Another app, whose function the shop invokes by its id. */
export function carrier(options: ClientOptions | object) {
  const client = new Inngest({ id: "carrier", logger: quiet, ...options });
  const rates = client.createFunction({ id: "rates", triggers: [] }, async ({ step }) =>
    step.run("look-up", () => randomUUID()),
  );
  return { client, functions: [rates] };
}
