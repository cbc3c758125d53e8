import { rupees } from "@org/events/fields";
import { orderId, productId, shopId } from "@org/events/mohallamart/fields";
import type { NewCheckout } from "@org/stores/mohallamart/port";
import * as z from "zod";
import {
  emailField,
  mobileField,
  nameField,
  optionalTextField,
  pinCodeField,
  textField,
} from "../../fields.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import { type FieldOf, requestRule } from "../../request.ts";
import { languages } from "../users/languages.ts";
import { maximumLines, maximumQuantity } from "./order-size.ts";

const damaged = outOfDate("Open your cart and check out again.");
const wrongQuantity = `Order whole pieces, 1 to ${maximumQuantity} of each product. Change the quantity in your cart.`;

const item = z.object({
  productId,
  quantity: z.int(wrongQuantity).min(1, wrongQuantity).max(maximumQuantity, wrongQuantity),
});

/** What a customer asks for at a checkout. */
export const orderRequest = requestRule({
  schema: z.object({
    orderId,
    shopId,
    /** Rupees, as the customer saw it. */
    total: rupees,
    items: z.array(item).min(1).max(maximumLines).readonly(),
    name: nameField("your name"),
    email: emailField,
    /** Becomes E.164. */
    phone: mobileField,
    line1: textField("your house or flat, and the building", 100),
    line2: optionalTextField(100),
    landmark: optionalTextField(100),
    pinCode: pinCodeField,
    payment: z.string().pipe(z.enum(["cash", "prepaid"], "Choose how you want to pay.")),
    /** The visit that ends in the order; with it goes word that the cart was not abandoned. */
    visitId: z.string().optional(),
    /** In which the customer orders: never from a form. */
    language: z
      .string()
      .pipe(z.enum(languages.map(({ tag }) => tag)))
      .optional(),
  }),
  fields: ["name", "email", "phone", "line1", "line2", "landmark", "pinCode", "payment"],
  damaged: (issues) => (issues.every(({ message }) => message === wrongQuantity) ? wrongQuantity : damaged),
});

/** The fields that a customer fills in. */
export type CustomerField = FieldOf<typeof orderRequest>;

/** The same once it was read, or as it was kept while the customer paid. */
export interface RequestedOrder
  extends Pick<
    NewCheckout,
    "orderId" | "shopId" | "items" | "customer" | "address" | "visitId" | "language"
  > {
  /** Rupees, as the customer saw it. */
  total: number;
}
