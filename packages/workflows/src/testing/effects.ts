import type { TestBench } from "./test-bench.ts";

/** Everything that workflows leave behind, in a form that two runs of one scenario can be compared by. */
export async function effectsOf(bench: TestBench) {
  const { engine, search, mohallaMart, tenOcean, deadLetters } = bench;
  const products = await mohallaMart.products.list();
  return {
    messages: messagesOf(bench).map(withoutChance).toSorted(),
    stock: Object.fromEntries(products.map(({ productId, available }) => [productId, available])),
    found: (await search.search({ text: "", pageSize: 250 })).documents.map(({ id }) => id).toSorted(),
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
      .map(({ name, data }) => withoutChance(JSON.stringify([name, data])))
      .toSorted(),
  };
}

/** Every message that left, as text: to whom, over what, and what it said. */
function messagesOf({ vendors }: TestBench): string[] {
  return vendors
    .outbox()
    .map(({ vendor, to, subject, text }) => JSON.stringify({ vendor, to, subject, text }))
    .toSorted();
}

/** Messages that left more than once. Each names what it is about, so two equal ones are one key on one channel. */
export function duplicatesOf(bench: TestBench): string[] {
  const messages = messagesOf(bench);
  return messages.filter((message, index) => message === messages[index - 1]);
}

/** Times and the ids that runs and payments get are different in each play. */
function withoutChance(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, "<run>")
    .replaceAll(/\bpay_[0-9a-f]{14}\b/g, "<payment>");
}
