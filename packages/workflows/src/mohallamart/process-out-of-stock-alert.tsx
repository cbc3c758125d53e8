import { productOutOfStock } from "@org/events/mohallamart/product-out-of-stock";
import type { Product, Shopkeeper } from "@org/integrations/stores/mohallamart/port";
import type { InngestFunction } from "inngest";
import { deliver, type Message, recordFailure } from "../deliver.ts";
import { renderEmail } from "../render-email.ts";
import { defaultRetries } from "../retry-policy.ts";
import { sendingShare } from "../vendor-limits.ts";
import { OutOfStockEmail } from "./out-of-stock-email.tsx";
import type { MohallaMartPorts } from "./ports.ts";

/** Takes a product that sold out away from search and tells its shopkeepers; the inventory log has the sale already. */
export function processOutOfStockAlert(ports: MohallaMartPorts): InngestFunction.Any {
  const { inngest, email, products, shopkeepers, search, deliveries } = ports;
  return inngest.createFunction(
    {
      id: "process-out-of-stock-alert",
      triggers: [productOutOfStock],
      retries: defaultRetries,
      throttle: sendingShare("process-out-of-stock-alert"),
    },
    async ({ event, step }) => {
      const { productId, shopId } = event.data;
      const product = await step.run("fetch-product", async () => (await products.get(productId)) ?? null);
      // Restocked meanwhile, or removed from the shop: there is nothing to tell, and indexing is up to that change.
      if (!product || product.available > 0) return;
      await step.run("remove-from-search", () => search.delete(productId));

      const keepers = await step.run("fetch-shopkeepers", () => shopkeepers.list({ shopId }));
      for (const keeper of keepers) {
        const { shopkeeperId } = keeper;
        const body = await step.run(`render-alert:${shopkeeperId}`, () => renderAlert(keeper, product));
        const message = alert(event.id, productId, shopkeeperId);
        await step
          .run(`send-email:${shopkeeperId}`, () =>
            deliver(deliveries, message, () =>
              email.send({
                to: keeper.email,
                subject: `Sold out: ${product.name}`,
                ...body,
                key: message.key,
              }),
            ),
          )
          .catch((error: unknown) =>
            step.run(`record-email-failure:${shopkeeperId}`, () => recordFailure(deliveries, message, error)),
          );
      }
    },
  );
}

/** One message for each time that the product sells out: the event's id tells the times apart. */
function alert(eventId: string | undefined, productId: string, shopkeeperId: string): Message {
  return {
    key: `out-of-stock:${eventId}:${shopkeeperId}:email`,
    subject: productId,
    workflow: "process-out-of-stock-alert",
    recipient: "shopkeeper",
    channel: "email",
  };
}

function renderAlert(keeper: Shopkeeper, product: Product) {
  return renderEmail(
    <OutOfStockEmail shopkeeperName={keeper.name} productName={product.name} unit={product.unit} />,
  );
}
