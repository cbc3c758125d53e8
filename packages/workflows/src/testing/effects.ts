import { differencesOfSearch } from "./differences-of-search.ts";
import type { TestBench } from "./test-bench.ts";

/** Everything that workflows leave behind, in a form that two runs of one scenario can be compared by. */
export async function effectsOf(bench: TestBench) {
  const { vendors, engine, search, mohallaMart, tenOcean, deadLetters } = bench;
  const messages = vendors
    .outbox()
    .map(({ vendor, to, subject, text }) => ({ vendor, to, subject, text: withoutRandomIds(text) }));
  const products = await mohallaMart.products.list();
  return {
    messages: messages.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    stock: Object.fromEntries(products.map(({ productId, available }) => [productId, available])),
    found: (await search.search({ text: "", pageSize: 250 })).documents.map(({ id }) => id).toSorted(),
    searchDiffers: await differencesOfSearch(bench),
    counted: await mohallaMart.analytics.summary({
      from: "2020-01-01T00:00:00Z",
      to: "2100-01-01T00:00:00Z",
    }),
    verifications: (await tenOcean.verifications.listPending()).map(({ userId }) => userId),
    failed: (await deadLetters.list())
      .map(({ app, workflow, status, error }) => [app, workflow, status, error.message].join(" "))
      .toSorted(),
    events: engine
      .events()
      .map(({ name, data }) => withoutRandomIds(JSON.stringify([name, withoutTimes(data)])))
      .toSorted(),
  };
}

/** Ids of runs, which alerts name, and of events without a business key differ from run to run. */
function withoutRandomIds<Text extends string | undefined>(text: Text) {
  return text?.replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, "[id]");
}

function withoutTimes(data: unknown): unknown {
  const { occurredAt: _, ...rest } = Object(data);
  return rest;
}
