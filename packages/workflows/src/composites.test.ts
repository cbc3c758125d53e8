import { expect, it } from "vitest";
import { apps } from "../scripts/graph/apps.ts";
import { follow } from "../scripts/graph/mermaid.ts";
import { readFunctions } from "../scripts/graph/read-functions.ts";
import { composites } from "./composites.ts";

const functions = await readFunctions(apps);

/** The composites of MohallaMart's document, in its words: the event, then the functions under "Triggered Functions". */
const document: Record<string, readonly string[]> = {
  "User registration": ["user.created", "sendWelcomeEmail", "syncUserData", "initializePreferences"],
  "Order creation": [
    "order.created",
    "sendOrderConfirmation",
    "updateInventory",
    "trackAnalytics",
    "notifyShopkeeper",
  ],
  "Product indexing": ["product.created", "indexProduct", "syncProductData"],
};

function followedFrom(event: string): string[] {
  const ofApp = functions.filter(({ app }) => app === "mohallamart");
  return follow(event, ofApp).map(({ id }) => id);
}

function idOf(functionName: string): string {
  return functionName.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

it("are those of the document", () => {
  const ofApp = composites.filter(({ app }) => app === "mohallamart");
  expect(ofApp.map(({ name, event }) => [name, event])).toEqual(
    Object.entries(document).map(([name, [event]]) => [name, event]),
  );
});

// More may follow than is listed: the document's lists show what people notice of a composite, and its table of
// functions starts others on the same events, such as sync-order-data.
it.each(Object.entries(document))("%s has every listed function behind its event", (_name, listed) => {
  const [event = "", ...names] = listed;
  expect(followedFrom(event)).toEqual(expect.arrayContaining(names.map(idOf)));
});

it("follows what functions emit, not only what an event starts directly", () => {
  const direct = functions
    .filter(({ triggers }) => triggers.some(({ event }) => event === "order.created"))
    .map(({ id }) => id);
  expect(direct).not.toContain("track-analytics");
  expect(followedFrom("order.created")).toContain("track-analytics");
});
