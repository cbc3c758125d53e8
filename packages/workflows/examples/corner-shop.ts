import { type WorkflowClientOptions, workflowClient } from "@org/workflows/client";
import { deliverSms } from "@org/workflows/mohallamart/notifications/deliver-sms";
import { sendOrderConfirmation } from "@org/workflows/mohallamart/orders/send-order-confirmation";

/** An app of two workflows, in the name of another shop, with only what they need: one asks for texts, one sends them. */
export function cornerShop(options: WorkflowClientOptions, print: (line: string) => void) {
  const client = workflowClient("corner-shop", options);
  const order = {
    ...{ orderId: "ord_1", userId: "user_1", shopId: "shop_1", placedAt: "2026-11-02T09:00:00Z" },
    ...({ status: "placed", payment: "cash", total: 12.5 } as const),
    lines: [{ productId: "prod_tea", name: "Tea", unit: "100 g", quantity: 1, price: 12.5, amount: 12.5 }],
    shop: { shopId: "shop_1", name: "Corner Shop", area: "Kreuzberg", description: "Tea.", listed: true },
    customer: { name: "Asha", email: "asha@example.com", phone: "+4930123456" },
  };
  const confirm = sendOrderConfirmation({ inngest: client });
  const text = deliverSms({
    inngest: client,
    orders: { get: async () => order },
    products: { get: async () => undefined },
    users: { get: async () => undefined },
    preferences: { get: async () => undefined },
    sms: {
      async send({ to, body }) {
        print(`${to}: ${body}`);
        return { messageId: "msg_1" };
      },
    },
    deliveries: {
      get: async () => undefined,
      getMany: async () => [],
      record: async ({ key, status }) => print(`${key} ${status}`),
    },
    orderLinks: { issue: async () => "what-opens-the-order" },
    unsubscribeTokens: { of: async () => [] },
    webUrl: "https://corner-shop.example",
    brand: { name: "Corner Shop", locale: "en-DE", currency: "EUR" },
  });
  return { client, functions: [confirm, text] };
}
