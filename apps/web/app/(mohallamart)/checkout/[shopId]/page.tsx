import { toBaskets } from "@org/commands/mohallamart/orders/baskets";
import { newOrderId } from "@org/commands/mohallamart/orders/place-order";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { readCart } from "#src/cart/cart-cookie.ts";
import { BasketSummary } from "#src/checkout/basket-summary.tsx";
import { CheckoutForm } from "#src/checkout/checkout-form.tsx";
import { begunEntries, lastEntries } from "#src/checkout/last-entries.ts";
import { SavedAddresses } from "#src/checkout/saved-addresses.tsx";
import { checkoutFormWords, checkoutWords } from "#src/checkout/words.ts";
import { namedId } from "#src/http/typed-text.ts";
import { currentWords } from "#src/language/current-words.ts";
import { labelsIn } from "#src/language/labels.ts";
import { orderWords } from "#src/orders/words.ts";
import { currentPerson } from "#src/session/current-person.ts";
import { mohallaMart, orderLinks } from "#src/stores.ts";
import { payments } from "#src/vendors.ts";

export async function generateMetadata({ params }: PageProps<"/checkout/[shopId]">): Promise<Metadata> {
  const shop = await mohallaMart().shops.get((await params).shopId);
  const { say } = await currentWords(checkoutWords);
  return { title: shop?.listed ? say("orderFrom", { shop: shop.name }) : say("title") };
}

export default async function CheckoutPage({ params, searchParams }: PageProps<"/checkout/[shopId]">) {
  const [{ shopId }, { address }, person] = await Promise.all([params, searchParams, currentPerson()]);
  const { shops, products } = mohallaMart();
  const [shop, sold, cart, last, begun] = await Promise.all([
    shops.get(shopId),
    products.list({ shopId }),
    readCart(),
    lastEntries(person, namedId(address)),
    // Somebody who chooses an address of theirs wants that one.
    address === undefined ? begunEntries(shopId) : undefined,
  ]);
  const { saved, chosen, values } = begun ? { saved: last.saved, chosen: "typed", values: begun } : last;
  if (!shop?.listed) notFound();
  const { say, language } = await currentWords(checkoutWords);
  const order = wordsIn(orderWords, language);
  const online = payments() !== undefined;
  const orderId = newOrderId();
  const basket = toBaskets(cart, [shop], sold).baskets[0];
  return (
    <div className="page narrow">
      <h1>{say("orderFrom", { shop: shop.name })}</h1>
      {basket ? (
        <>
          <BasketSummary basket={basket} totalLabel={order.say(online ? "total" : "totalCash")} />
          {saved.length > 0 && <SavedAddresses shopId={shopId} saved={saved} chosen={chosen} />}
          <CheckoutForm
            // Another address is another form.
            key={chosen}
            values={values}
            orderId={orderId}
            orderProof={orderLinks().proof(orderId)}
            shopId={shopId}
            items={basket.lines.map(({ product, quantity }) => `${product.productId}:${quantity}`)}
            total={basket.total}
            online={online}
            labels={labelsIn(checkoutFormWords, language)}
          />
        </>
      ) : (
        <p>
          {say("nothing")} <Link href={`/shops/${shopId}`}>{say("seeShop", { shop: shop.name })}</Link>
        </p>
      )}
    </div>
  );
}
