import { describe, expect, test } from "vitest";
import { parseOrderForm } from "./order-form.ts";

const entries = {
  orderId: "ord_01M80H8F44JAVZ989205W5RVDC",
  shopId: "shop_789",
  expectedTotal: "60.5",
  item: "prod_101:2",
  name: "  Asha   Rao ",
  email: " Asha@Example.com ",
  phone: "98765 43210",
  payment: "cash",
};

function form(changes: Partial<Record<keyof typeof entries, string | string[]>> = {}): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries({ ...entries, ...changes })) {
    for (const text of [value].flat()) data.append(field, text);
  }
  return data;
}

test("tidies what the customer typed", () => {
  expect(parseOrderForm(form()).order).toEqual({
    orderId: entries.orderId,
    shopId: "shop_789",
    total: 60.5,
    items: [{ productId: "prod_101", quantity: 2 }],
    customer: { name: "Asha Rao", email: "asha@example.com", phone: "+919876543210" },
  });
});

describe("the phone", () => {
  test.each([
    ["9876543210", "+919876543210"],
    ["098765-43210", "+919876543210"],
    ["+91 98765 43210", "+919876543210"],
    ["0091 98765 43210", "+919876543210"],
    ["+44 7400 123456", "+447400123456"],
  ])("%s is %s", (phone, normal) => {
    expect(parseOrderForm(form({ phone })).order?.customer.phone).toBe(normal);
  });

  test.each(["", "12345", "98765", "abc", "+91 11 2345 6789 000", "99999999999999999999"])(
    "%s is refused",
    (phone) => {
      expect(parseOrderForm(form({ phone })).refusal?.errors).toEqual({
        phone: expect.stringMatching(/^Enter /),
      });
    },
  );
});

describe("the name", () => {
  test.each(["आशा राव", "José Ñandú", "D’Souza, Mary-Ann Jr.", "O'Neil", "李雷"])("%s is a name", (name) => {
    expect(parseOrderForm(form({ name })).order?.customer.name).toBe(name);
  });

  test.each([
    "",
    "   ",
    "<script>alert(1)</script>",
    "a".repeat(101),
    "Asha\u0000Rao",
    "https://example.com",
  ])("%j is refused", (name) => {
    expect(parseOrderForm(form({ name })).refusal?.errors.name).toMatch(/^(Enter|Use|Shorten) /);
  });
});

test.each(["", "asha", "asha@", "asha@example", "a b@example.com", `${"a".repeat(250)}@example.com`])(
  "the email %j is refused",
  (email) => {
    expect(parseOrderForm(form({ email })).refusal?.errors.email).toMatch(/^(Enter|Shorten) /);
  },
);

describe("the payment", () => {
  test.each(["cash", "prepaid"])("is %s when the customer chose that", (payment) => {
    expect(parseOrderForm(form({ payment })).payment).toBe(payment);
  });

  test.each(["", "barter"])("%j is refused", (payment) => {
    expect(parseOrderForm(form({ payment })).refusal?.errors).toEqual({
      payment: "Choose how you want to pay.",
    });
  });
});

describe("fields that the customer does not see", () => {
  test.each(["prod_101:0", "prod_101:-1", "prod_101:1.5", "prod_101:100", "prod_101:", "prod_101:two"])(
    "the quantity in %s is refused with what is possible",
    (item) => {
      const { refusal } = parseOrderForm(form({ item }));
      expect(refusal).toEqual({ errors: {}, message: expect.stringContaining("1 to 99") });
    },
  );

  test.each([
    ["a damaged product", { item: "<script>:1" }],
    ["no products", { item: [] }],
    ["too many products", { item: Array.from({ length: 101 }, (_, index) => `prod_${index}:1`) }],
    ["no order id", { orderId: "" }],
    ["another kind of id", { orderId: "user_1" }],
    ["no shop", { shopId: "" }],
    ["no total", { expectedTotal: "" }],
    ["a total that is no amount", { expectedTotal: "1e3" }],
  ])("%s is refused about the form", (_, changes) => {
    expect(parseOrderForm(form(changes)).refusal?.message).toContain("Open your cart");
  });

  test("a file in place of a text is refused", () => {
    const data = form();
    data.set("name", new File(["x"], "x.txt"));
    expect(parseOrderForm(data).refusal?.errors).toEqual({ name: "Enter your name." });
  });
});
