import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import * as z from "zod";
import { type PushTask, pushTemplate } from "../notifications/push-template.ts";
import { toKeeper } from "../shopkeepers/keepers-push.ts";
import { productWords } from "./words.ts";

const data = z.object({ productId: z.string() });

/** To a shopkeeper: that nobody can order a product any more. */
export const shelfEmptyPush = pushTemplate({
  name: "shelf-empty",
  data,
  write: (task) => ofProduct(task, { title: "shelfEmptySubject", body: "shelfEmpty" }),
});

/** To a shopkeeper: that a product that was sold out can be ordered again. */
export const shelfFilledPush = pushTemplate({
  name: "shelf-filled",
  data,
  write: (task) => ofProduct(task, { title: "shelfFilledSubject", body: "shelfFilledNews" }),
});

interface ShelfWords {
  title: "shelfEmptySubject" | "shelfFilledSubject";
  body: "shelfEmpty" | "shelfFilledNews";
}

async function ofProduct(
  { readerId, data: { productId }, ports }: PushTask<z.output<typeof data>>,
  { title, body }: ShelfWords,
) {
  const product = await ports.products.get(productId);
  if (!product) return { skipped: `Product ${productId} is gone.` };
  const { name, unit } = product;
  return toKeeper(ports, readerId, (brand) => {
    const { say } = wordsIn(productWords, brand.locale);
    return {
      title: say(title, { product: name }),
      body: say(body, { product: name, unit }),
      data: { productId },
    };
  });
}
