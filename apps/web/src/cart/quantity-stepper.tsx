import { maximumQuantity } from "@org/commands/mohallamart/orders/order-size";
import { currentWords } from "../language/current-words.ts";
import { changeQuantity } from "./cart-actions.ts";
import styles from "./quantity-stepper.module.css";
import { cartWords } from "./words.ts";

interface QuantityStepperProps {
  product: { productId: string; name: string; available: number };
  /** Already in the cart. */
  quantity: number;
  /** Whether it is what its page is for, and says so in full. */
  isMain?: boolean;
}

/** Puts one more of a product into the cart or takes one out; a plain form, so it works without JavaScript. */
export async function QuantityStepper({ product, quantity, isMain = false }: QuantityStepperProps) {
  const { productId, name, available } = product;
  const empty = quantity === 0;
  if (empty && available === 0) return null;
  const { say } = await currentWords(cartWords);
  const full = quantity >= Math.min(available, maximumQuantity);
  const add = isMain ? "button" : styles.add;
  const label = say(empty ? "addToCart" : "more", { product: name });
  return (
    <form action={changeQuantity} className={empty ? undefined : styles.stepper}>
      <input type="hidden" name="productId" value={productId} />
      {!empty && (
        <>
          <button type="submit" name="change" value="-1" className={styles.step}>
            <span aria-hidden="true">−</span>
            <span className="visually-hidden">{say("less", { product: name })}</span>
          </button>
          <span className={styles.quantity}>
            {quantity}
            <span className="visually-hidden"> {say("inCart")}</span>
          </span>
        </>
      )}
      {/* One element for both looks, so that it keeps the keyboard's focus. */}
      <button
        key="more"
        type="submit"
        name="change"
        value="1"
        disabled={full}
        className={empty ? add : styles.step}
      >
        {!(empty && isMain) && <span aria-hidden="true">{empty ? say("add") : "+"}</span>}
        <span className={empty && isMain ? undefined : "visually-hidden"}>{label}</span>
      </button>
    </form>
  );
}
