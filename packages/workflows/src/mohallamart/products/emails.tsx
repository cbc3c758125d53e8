import type { Product, Shopkeeper } from "@org/stores/mohallamart/port";
import type { ReactElement } from "react";
import * as z from "zod";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { type EmailTask, emailTemplate } from "../notifications/email-template.ts";
import { keeperOf } from "../shopkeepers/keeper-of.ts";
import { BackInStockEmail } from "./back-in-stock-email.tsx";
import { OutOfStockEmail } from "./out-of-stock-email.tsx";

const toKeeper = z.object({ productId: z.string(), shopkeeperId: z.string() });

/** To a shopkeeper whose product sold out. */
export const shelfEmpty = emailTemplate({
  name: "shelf-empty",
  data: toKeeper,
  write: (task) =>
    tellKeeper(task, {
      what: "Sold out",
      body: ({ name, unit }, keeper) => (
        <OutOfStockEmail shopkeeperName={keeper.name} productName={name} unit={unit} />
      ),
    }),
});

/** To a shopkeeper whose product can be ordered again. */
export const shelfFilled = emailTemplate({
  name: "shelf-filled",
  data: toKeeper,
  write: (task) =>
    tellKeeper(task, {
      what: "Back in stock",
      body: ({ name, unit }, keeper) => (
        <BackInStockEmail shopkeeperName={keeper.name} productName={name} unit={unit} />
      ),
    }),
});

async function tellKeeper(
  { data: { productId, shopkeeperId }, ports }: EmailTask<z.output<typeof toKeeper>>,
  { what, body }: { what: string; body(product: Product, keeper: Shopkeeper): ReactElement },
) {
  const keeper = await keeperOf(ports, shopkeeperId);
  if ("skipped" in keeper) return keeper;
  const product = await ports.products.get(productId);
  if (!product) return { skipped: `Product ${productId} is gone.` };
  const subject = `${what}: ${product.name}`;
  return { to: keeper.email, subject, ...(await renderBranded(body(product, keeper), brandOf(ports))) };
}
