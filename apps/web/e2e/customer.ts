import { demoAddress } from "@org/stores/demo-data/mohallamart";
import { type FormPost, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

export interface Person {
  name: string;
  email: string;
  phone: string;
}

/** Where everybody has their orders brought to, unless they say otherwise. */
export const home: Readonly<Record<"line1" | "line2" | "landmark" | "pinCode", string>> = demoAddress;

let people = 0;

/** Someone whose messages are told from everyone else's by their address. */
export function newPerson(): Person {
  people += 1;
  return {
    name: "Asha Rao",
    email: `asha${people}@example.com`,
    phone: `98765 4${String(people).padStart(4, "0")}`,
  };
}

/** Puts one piece of a product into the cart; twice makes two. */
export async function addToCart(visitor: Visitor, productId: string): Promise<void> {
  const page = await visitor.open("/");
  await visitor.send(fillIn(page, `input[name="productId"][value="${productId}"]`, { change: "1" }));
}

/** The checkout form of a shop as it would be sent, with a person's details in it. */
export async function checkOut(
  visitor: Visitor,
  shopId: string,
  person: Person,
  changes: Record<string, string | readonly string[]> = {},
): Promise<FormPost> {
  const page = await visitor.open(`/checkout/${shopId}`);
  return fillIn(page, 'input[name="orderId"]', { ...person, ...home, ...changes });
}

/** Follows a page's live updates until it says that nothing more will change. */
export async function untilSettled(visitor: Visitor, path: string): Promise<VisitedPage> {
  for (;;) {
    const response = await visitor.request(`${path}/progress`);
    if (response.status !== 200) throw new Error(`${path}/progress answered ${response.status}.`);
    if ((await response.text()).includes("event: settled")) return visitor.open(path);
  }
}

/** The steps of an order's or a registration's page, as `email done`. */
export function stepsOf(page: VisitedPage): string[] {
  return page.document
    .querySelectorAll("[data-step]")
    .map((step) => `${step.getAttribute("data-step")} ${step.getAttribute("data-state")}`);
}
