import { rupees } from "@org/events/fields";
import { orderId, productId, shopId } from "@org/events/mohallamart/fields";
import type { NewCheckout } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { maximumLines, maximumQuantity } from "../cart/cart.ts";
import { type FormRefusal, fieldErrors } from "../forms/field-errors.ts";
import { emailField, mobileField, nameField } from "../forms/fields.ts";
import { textOf, textsOf } from "../forms/form-data.ts";

const damaged = "This form is out of date or damaged. Open your cart and check out again.";
const wrongQuantity = `Order whole pieces, 1 to ${maximumQuantity} of each product. Change the quantity in your cart.`;

/** A line as the form carries it: `prod_101:2`. */
const item = z
  .string()
  .transform((text) => {
    const [productId = "", quantity = ""] = text.split(":");
    return { productId, quantity: Number(quantity || Number.NaN) };
  })
  .pipe(
    z.object({
      productId,
      quantity: z.int(wrongQuantity).min(1, wrongQuantity).max(maximumQuantity, wrongQuantity),
    }),
  );

const orderForm = z.object({
  orderId,
  shopId,
  /** Rupees, as the customer saw it. */
  expectedTotal: z
    .string()
    .regex(/^\d+(\.\d{1,2})?$/)
    .transform(Number)
    .pipe(rupees),
  items: z.array(item).min(1).max(maximumLines),
  name: nameField("your name"),
  email: emailField,
  /** E.164. */
  phone: mobileField,
  payment: z.enum(["cash", "prepaid"], "Choose how you want to pay."),
});

/** What a customer asked for. */
export interface RequestedOrder extends Pick<NewCheckout, "orderId" | "shopId" | "items" | "customer"> {
  /** Rupees, as the customer saw it. */
  total: number;
}

/** The fields that a customer fills in. */
export const customerFields = ["name", "email", "phone", "payment"] as const;

export type CustomerField = (typeof customerFields)[number];

export type ParsedOrderForm =
  | { order: RequestedOrder; payment: "cash" | "prepaid"; refusal?: undefined }
  | { order?: undefined; payment?: undefined; refusal: FormRefusal<CustomerField> };

export function parseOrderForm(form: FormData): ParsedOrderForm {
  const result = orderForm.safeParse({
    orderId: textOf(form, "orderId"),
    shopId: textOf(form, "shopId"),
    expectedTotal: textOf(form, "expectedTotal"),
    items: textsOf(form, "item"),
    name: textOf(form, "name"),
    email: textOf(form, "email"),
    phone: textOf(form, "phone"),
    payment: textOf(form, "payment"),
  });
  if (result.success) return requested(result.data);
  const errors = fieldErrors(result.error, customerFields);
  return { refusal: { errors, message: hiddenFieldMessage(result.error) } };
}

function requested(form: z.output<typeof orderForm>): ParsedOrderForm {
  const { name, email, phone, expectedTotal: total, payment, ...order } = form;
  return { order: { ...order, customer: { name, email, phone }, total }, payment };
}

/** The customer cannot see the other fields, so what is wrong with them is said about the form. */
function hiddenFieldMessage(error: z.ZodError): string | undefined {
  const hidden = error.issues.filter(({ path }) => !customerFields.some((field) => field === path[0]));
  if (hidden.length === 0) return undefined;
  return hidden.every(({ message }) => message === wrongQuantity) ? wrongQuantity : damaged;
}
