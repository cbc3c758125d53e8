import { orderRequest } from "@org/commands/mohallamart/orders/order-request";
import { readRequest } from "@org/commands/request";
import { describe, expect, it } from "vitest";
import { readOrderForm } from "./order-form.ts";

const entries = {
  orderId: "ord_01M80H8F44JAVZ989205W5RVDC",
  shopId: "shop_789",
  expectedTotal: "60.5",
  item: "prod_101:2",
  name: "Asha Rao",
  email: "asha@example.com",
  phone: "+919876543210",
  line1: "Flat 4B, Rose Apartments",
  line2: "12th Main, Indiranagar",
  landmark: "Opposite the metro station",
  pinCode: "560038",
  payment: "cash",
};

function form(changes: Partial<Record<keyof typeof entries, string | string[]>> = {}): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries({ ...entries, ...changes })) {
    for (const text of [value].flat()) data.append(field, text);
  }
  return data;
}

/** Why the order of a form is refused. */
function refusalOf(data: FormData) {
  const read = readRequest(orderRequest, readOrderForm(data));
  return read.ok ? undefined : read;
}

it("reads what is asked for, and the lines and the total that the customer saw", () => {
  const { expectedTotal: _, item: __, ...texts } = entries;
  const items = [{ productId: "prod_101", quantity: 2 }];
  expect(readOrderForm(form())).toEqual({ ...texts, total: 60.5, items });
  expect(refusalOf(form())).toBeUndefined();
});

describe("fields that the customer does not see", () => {
  it.each(["prod_101:0", "prod_101:-1", "prod_101:1.5", "prod_101:100", "prod_101:", "prod_101:two"])(
    "the quantity in %s is refused with what is possible",
    (item) => {
      const message = expect.stringContaining("1 to 99");
      expect(refusalOf(form({ item }))).toMatchObject({ fields: {}, message });
    },
  );

  it.each([
    ["a damaged product", { item: "<script>:1" }],
    ["no products", { item: [] }],
    ["too many products", { item: Array.from({ length: 101 }, (_, index) => `prod_${index}:1`) }],
    ["no order id", { orderId: "" }],
    ["another kind of id", { orderId: "user_1" }],
    ["no shop", { shopId: "" }],
    ["no total", { expectedTotal: "" }],
    ["a total that is no amount", { expectedTotal: "1e3" }],
  ])("%s is refused about the form", (_, changes) => {
    expect(refusalOf(form(changes))?.message).toContain("Open your cart");
  });

  it("a file in place of a text is refused", () => {
    const data = form();
    data.set("name", new File(["x"], "x.txt"));
    expect(refusalOf(data)?.fields).toEqual({ name: "Enter your name." });
  });
});
