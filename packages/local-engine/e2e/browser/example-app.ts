import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, NonRetriableError } from "inngest";
import { serve } from "inngest/node";

const quietLogger = { info() {}, warn() {}, error() {}, debug() {} };

interface Order {
  orderId: string;
  total: number;
}

function createFunctions(inngest: Inngest) {
  const confirmOrder = inngest.createFunction(
    {
      id: "confirm-order",
      name: "Confirm order",
      triggers: [{ event: "shop/order.created" }],
      retries: 2,
      concurrency: [{ limit: 5, key: "event.data.shopId" }],
      throttle: { limit: 50, period: "1m" },
      cancelOn: [{ event: "shop/order.cancelled", if: "event.data.orderId == async.data.orderId" }],
    },
    async ({ event, step }) => {
      const order: Order = { orderId: String(event.data.orderId), total: Number(event.data.total) };
      const priced = await step.run(
        "price-order",
        (input: Order) => ({ ...input, tax: input.total * 0.18 }),
        order,
      );
      await step.sleep("let-the-kitchen-start", "50ms");
      await step.run("send-receipt", () => ({ sent: true, to: `customer of ${priced.orderId}` }));
      return { confirmed: priced.orderId, total: priced.total + priced.tax };
    },
  );
  const chargeCard = inngest.createFunction(
    { id: "charge-card", name: "Charge card", triggers: [{ event: "shop/payment.due" }], retries: 1 },
    async ({ step }) => {
      await step.run("reserve", () => ({ reservation: "res_1" }));
      await step.run("charge", () => {
        throw new NonRetriableError("card_declined: the bank refused the charge");
      });
    },
  );
  const remindLater = inngest.createFunction(
    { id: "remind-later", name: "Remind later", triggers: [{ event: "shop/cart.left" }] },
    async ({ step }) => {
      await step.run("note-cart", () => ({ items: 3 }));
      await step.sleep("wait-a-week", "7d");
      return await step.run("send-reminder", () => "reminded");
    },
  );
  const askForRating = inngest.createFunction(
    { id: "ask-for-rating", name: "Ask for a rating", triggers: [{ event: "shop/order.delivered" }] },
    async ({ step }) => {
      await step.sendEvent("tell-the-shop", { name: "shop/cart.left", data: { cartId: "cart_told" } });
      const rating = await step.waitForEvent("rating", { event: "shop/order.rated", timeout: "7d" });
      return rating?.data.stars ?? "none";
    },
  );
  const nightlyReport = inngest.createFunction(
    { id: "nightly-report", name: "Nightly report", triggers: [{ cron: "TZ=Asia/Kolkata 0 2 * * *" }] },
    () => "<img src=x onerror=alert(1)>",
  );
  return [confirmOrder, chargeCard, remindLater, askForRating, nightlyReport];
}

/** A small shop, served on a free port, that sends to the engine at `engineUrl`. */
export async function startExampleApp(engineUrl: string) {
  const client = new Inngest({ id: "shop", isDev: true, baseUrl: engineUrl, logger: quietLogger });
  const server = createServer(serve({ client, functions: createFunctions(client) }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/api/inngest`,
    send: (name: string, data: Record<string, unknown>) => client.send({ name, data }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("the app has no port.");
  return address.port;
}
