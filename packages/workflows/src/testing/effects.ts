import { asha } from "./place-order.ts";
import type { TestBench } from "./test-bench.ts";

/** Everything that workflows leave behind, in a form that two runs of one scenario can be compared by. */
export async function effectsOf({ vendors, engine, search, mohallaMart, tenOcean, deadLetters }: TestBench) {
  const messages = vendors
    .outbox()
    .map(({ vendor, to, subject, text }) => ({ vendor, to, subject, text: withoutRunIds(text) }));
  const products = await mohallaMart.products.list();
  return {
    messages: messages.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    stock: Object.fromEntries(products.map(({ productId, available }) => [productId, available])),
    found: (await search.search({ text: "", pageSize: 250 })).documents.map(({ id }) => id).toSorted(),
    counted: await mohallaMart.analytics.summary({
      from: "2020-01-01T00:00:00Z",
      to: "2100-01-01T00:00:00Z",
    }),
    inbox: (await mohallaMart.notifications.list({ userId: asha.userId })).map(({ type, title }) => [
      type,
      title,
    ]),
    verifications: (await tenOcean.verifications.listPending()).map(({ userId }) => userId),
    failed: (await deadLetters.list())
      .map(({ app, workflow, status, error }) => [app, workflow, status, error.message].join(" "))
      .toSorted(),
    events: engine
      .events()
      .map(({ name, data }) => withoutRunIds(JSON.stringify([name, withoutTimes(data)])))
      .toSorted(),
  };
}

/** Two runs of one scenario have other ids, which alerts name. */
function withoutRunIds<Text extends string | undefined>(text: Text) {
  return text?.replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, "[run]");
}

function withoutTimes(data: unknown): unknown {
  const { occurredAt: _, ...rest } = Object(data);
  return rest;
}
