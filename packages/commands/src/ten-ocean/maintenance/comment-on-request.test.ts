import { expect, it } from "vitest";
import { admin, maya, otherCaptain, requestBench, sam } from "../../testing/request-bench.ts";
import { commentOnRequest } from "./comment-on-request.ts";
import { newEntryId } from "./request-fields.ts";

const bench = await requestBench();
const { maintenance } = bench;
const comment = commentOnRequest(bench.tenOcean);

it("its tenant and whoever works on it write; the same form twice is one comment", async () => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  const entryId = newEntryId();
  const first = { person: maya, requestId, entryId, comment: " It is <b>worse</b>. " };
  for (let n = 0; n < 2; n += 1) expect(await comment(first)).toEqual({ ok: true, requestId });
  await comment({ person: admin, requestId, entryId: newEntryId(), comment: "We come today." });
  expect((await maintenance.history(requestId)).slice(1)).toMatchObject([
    { kind: "commented", by: maya.id, text: "It is <b>worse</b>.", entryId },
    { kind: "commented", by: admin.id, text: "We come today." },
  ]);
  expect((await watched.events()).map(({ data }) => data)).toMatchObject([
    { requestId, changed: ["description"], by: maya.id, entryId },
    { requestId, changed: ["description"], by: admin.id },
  ]);
});

it.each([
  ["", /what you want to say/],
  ["a".repeat(4_001), /4,000 characters/],
  ["\udc4d", /cannot be read/],
])("a text that is none is refused", async (words, message) => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  const outcome = await comment({ person: maya, requestId, entryId: newEntryId(), comment: words });
  expect(outcome).toMatchObject({ ok: false, fields: { comment: expect.stringMatching(message) } });
  await watched.untouched();
  expect(await maintenance.history(requestId)).toHaveLength(1);
});

it("neighbors do not write, not even about a common area that they see", async () => {
  const text = { entryId: newEntryId(), comment: "Me too." };
  const requestId = await bench.reported();
  for (const person of [sam, otherCaptain])
    expect(await comment({ person, requestId, ...text })).toMatchObject({ code: "not-theirs" });
  const lobby = await bench.reported({ place: "unit_common", area: "Lobby" });
  expect(await comment({ person: sam, requestId: lobby, ...text })).toMatchObject({
    ...{ ok: false, code: "not-theirs", message: expect.stringContaining("somebody else looks after") },
  });
});

it("may be written about what is resolved, not about what is closed", async () => {
  const requestId = await bench.resolved();
  const thanks = { person: maya, requestId, comment: "Thank you." };
  expect(await comment({ ...thanks, entryId: newEntryId() })).toMatchObject({ ok: true });
  await maintenance.confirm(requestId, { by: maya.id }, { emit: [] });
  expect(await comment({ ...thanks, entryId: newEntryId() })).toMatchObject({ ok: false, code: "closed" });
  expect(await comment({ ...thanks, entryId: "1" })).toMatchObject({ ok: false, code: "damaged" });
});
