import type { Product, Shopkeeper } from "@org/stores/mohallamart/port";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { ReactElement } from "react";
import * as z from "zod";
import { brandFor } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { type EmailTask, emailTemplate } from "../notifications/email-template.ts";
import { languageOfAddress } from "../reader-language.ts";
import { keeperOf } from "../shopkeepers/keeper-of.ts";
import { BackInStockEmail } from "./back-in-stock-email.tsx";
import { OutOfStockEmail } from "./out-of-stock-email.tsx";
import { productWords } from "./words.ts";

const toKeeper = z.object({ productId: z.string(), shopkeeperId: z.string() });

/** To a shopkeeper whose product sold out. */
export const shelfEmpty = emailTemplate({
  name: "shelf-empty",
  data: toKeeper,
  write: (task) =>
    tellKeeper(task, {
      what: "shelfEmptySubject",
      body: ({ name, unit }, keeper, editUrl) => (
        <OutOfStockEmail shopkeeperName={keeper.name} productName={name} unit={unit} editUrl={editUrl} />
      ),
    }),
});

/** To a shopkeeper whose product can be ordered again. */
export const shelfFilled = emailTemplate({
  name: "shelf-filled",
  data: toKeeper,
  write: (task) =>
    tellKeeper(task, {
      what: "shelfFilledSubject",
      body: ({ name, unit }, keeper, editUrl) => (
        <BackInStockEmail shopkeeperName={keeper.name} productName={name} unit={unit} editUrl={editUrl} />
      ),
    }),
});

async function tellKeeper(
  { data: { productId, shopkeeperId }, ports }: EmailTask<z.output<typeof toKeeper>>,
  {
    what,
    body,
  }: {
    what: "shelfEmptySubject" | "shelfFilledSubject";
    body(product: Product, keeper: Shopkeeper, editUrl: string): ReactElement;
  },
) {
  const keeper = await keeperOf(ports, shopkeeperId);
  if ("skipped" in keeper) return keeper;
  const product = await ports.products.get(productId);
  if (!product) return { skipped: `Product ${productId} is gone.` };
  const brand = brandFor(ports, await languageOfAddress(ports, keeper.email));
  const editUrl = `${ports.webUrl}/shop/products/${productId}`;
  const subject = wordsIn(productWords, brand.locale).say(what, { product: product.name });
  return { to: keeper.email, subject, ...(await renderBranded(body(product, keeper, editUrl), brand)) };
}
