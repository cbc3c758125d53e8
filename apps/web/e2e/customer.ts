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

/** What is said on a page's live updates until the server ends them or `isEnough` says so. */
export async function followed(
  visitor: Visitor,
  path: string,
  isEnough: (said: string) => boolean | Promise<boolean> = () => false,
): Promise<string> {
  const leaving = new AbortController();
  const response = await visitor.request(`${path}/progress`, { signal: leaving.signal });
  if (response.status !== 200) throw new Error(`${path}/progress answered ${response.status}.`);
  let said = "";
  for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    said += text;
    if (await isEnough(said)) break;
  }
  leaving.abort();
  return said;
}

/** Whether nothing is under way any more but what waits for a person. */
function isHandled({ document }: VisitedPage): boolean {
  return document
    .querySelectorAll('[data-step][data-state="pending"]')
    .every((step) => step.getAttribute("data-step") === "decision");
}

/** Follows a page's live updates, opening it at each, until all that happens by itself has happened. */
export async function untilHandled(visitor: Visitor, path: string): Promise<VisitedPage> {
  for (;;) {
    let page: VisitedPage | undefined;
    let seen: string | undefined;
    await followed(visitor, path, async (said) => {
      const version = said.match(/^data: \S+$/gm)?.at(-1);
      if (version === undefined || version === seen) return false;
      seen = version;
      page = await visitor.open(path);
      return isHandled(page);
    });
    if (page && isHandled(page)) return page;
  }
}

/** The steps of an order's or a registration's page, as `email done`. */
export function stepsOf(page: VisitedPage): string[] {
  return page.document
    .querySelectorAll("[data-step]")
    .map((step) => `${step.getAttribute("data-step")} ${step.getAttribute("data-state")}`);
}
