import { describe, expect, it } from "vitest";
import { type EntriesOf, readRequest } from "../../request.ts";
import { orderRequest } from "./order-request.ts";

const entries: EntriesOf<typeof orderRequest> = {
  orderId: "ord_01M80H8F44JAVZ989205W5RVDC",
  shopId: "shop_789",
  total: 60.5,
  items: [{ productId: "prod_101", quantity: 2 }],
  name: "  Asha   Rao ",
  email: " Asha@Example.com ",
  phone: "98765 43210",
  line1: " Flat 4B,  Rose Apartments ",
  line2: "",
  landmark: "Behind the blue door",
  pinCode: "560 038",
  payment: "cash",
};

/** What becomes of the entries with changes: the request, or why there is none. */
function read(changes: Partial<typeof entries> = {}) {
  const result = readRequest(orderRequest, { ...entries, ...changes });
  return result.ok ? { request: result.request } : { refusal: result };
}

it("tidies what the customer typed", () => {
  expect(read().request).toEqual({
    ...entries,
    name: "Asha Rao",
    email: "asha@example.com",
    phone: "+919876543210",
    line1: "Flat 4B, Rose Apartments",
    line2: undefined,
    pinCode: "560038",
  });
});

describe("the address", () => {
  it.each(["110001", " 110-001 ", "1 1 0 0 0 1"])("the PIN code %j is 110001", (pinCode) => {
    expect(read({ pinCode }).request?.pinCode).toBe("110001");
  });

  it.each(["", "060038", "5600", "5600381", "56003A", "५६००३८"])("the PIN code %j is refused", (pinCode) => {
    expect(read({ pinCode }).refusal?.fields).toEqual({ pinCode: expect.stringMatching(/^Enter /) });
  });

  it.each(["", "  ", "x".repeat(101), "Flat\u00004B"])("the house %j is refused", (line1) => {
    expect(read({ line1 }).refusal?.fields?.line1).toMatch(/^(Enter|Shorten|Some) /);
  });

  it("street and landmark may be left out, and are not endless", () => {
    expect(read({ line2: " ", landmark: "" }).request).toMatchObject({
      line2: undefined,
      landmark: undefined,
    });
    const long = "x".repeat(101);
    expect(Object.keys(read({ line2: long, landmark: long }).refusal?.fields ?? {})).toEqual([
      "line2",
      "landmark",
    ]);
  });
});

describe("the phone", () => {
  it.each([
    ["9876543210", "+919876543210"],
    ["098765-43210", "+919876543210"],
    ["+91 98765 43210", "+919876543210"],
    ["0091 98765 43210", "+919876543210"],
    ["+44 7400 123456", "+447400123456"],
  ])("%s is %s", (phone, normal) => {
    expect(read({ phone }).request?.phone).toBe(normal);
  });

  it.each(["", "12345", "98765", "abc", "+91 11 2345 6789 000", "99999999999999999999"])(
    "%s is refused",
    (phone) => {
      expect(read({ phone }).refusal?.fields).toEqual({
        phone: expect.stringMatching(/^Enter /),
      });
    },
  );
});

describe("the name", () => {
  it.each(["आशा राव", "José Ñandú", "D’Souza, Mary-Ann Jr.", "O'Neil", "李雷"])("%s is a name", (name) => {
    expect(read({ name }).request?.name).toBe(name);
  });

  it.each(["", "   ", "<script>alert(1)</script>", "a".repeat(101), "Asha\u0000Rao", "https://example.com"])(
    "%j is refused",
    (name) => {
      expect(read({ name }).refusal?.fields?.name).toMatch(/^(Enter|Use|Shorten) /);
    },
  );
});

it.each(["", "asha", "asha@", "asha@example", "a b@example.com", `${"a".repeat(250)}@example.com`])(
  "the email %j is refused",
  (email) => {
    expect(read({ email }).refusal?.fields?.email).toMatch(/^(Enter|Shorten) /);
  },
);

describe("the payment", () => {
  it.each(["cash", "prepaid"])("is %s when the customer chose that", (payment) => {
    expect(read({ payment }).request?.payment).toBe(payment);
  });

  it.each(["", "barter"])("%j is refused", (payment) => {
    expect(read({ payment }).refusal?.fields).toEqual({
      payment: "Choose how you want to pay.",
    });
  });
});

describe("fields that the customer does not see", () => {
  it.each([0, -1, 1.5, 100, Number.NaN])("the quantity %d is refused with what is possible", (quantity) => {
    expect(read({ items: [{ productId: "prod_101", quantity }] }).refusal).toEqual({
      ok: false,
      code: "damaged",
      fields: {},
      message: expect.stringContaining("1 to 99"),
    });
  });

  it.each([
    ["a damaged product", { items: [{ productId: "<script>", quantity: 1 }] }],
    ["no products", { items: [] }],
    [
      "too many products",
      { items: Array.from({ length: 101 }, (_, index) => ({ productId: `prod_${index}`, quantity: 1 })) },
    ],
    ["no order id", { orderId: "" }],
    ["another kind of id", { orderId: "user_1" }],
    ["no shop", { shopId: "" }],
    ["no total", { total: Number.NaN }],
    ["a total that is no amount", { total: 0.001 }],
  ])("%s is refused about the form", (_, changes) => {
    expect(read(changes).refusal).toMatchObject({
      code: "damaged",
      message: expect.stringContaining("Open your cart"),
    });
  });
});
