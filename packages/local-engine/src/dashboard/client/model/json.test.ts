import { describe, expect, it } from "vitest";
import { checkDraft } from "./event-draft.ts";
import { checkJson, jsonTokens, prettyJson } from "./json.ts";

describe("checkJson", () => {
  it("reads strict JSON", () => {
    expect(checkJson('{"a": [1, null]}')).toEqual({ ok: true, value: { a: [1, null] } });
  });

  it.each([
    ['{\n  "a": 1,\n}', 3, 1],
    ['{"a" 1}', 1, 6],
    ["{'a': 1}", 1, 2],
    ['{"a": 1} // note', 1, 10],
    ["", 1, 1],
  ])("tells where %j is wrong", (text, line, column) => {
    expect(checkJson(text)).toMatchObject({ ok: false, problem: { line, column } });
  });
});

it("leaves a text that was cut as it is", () => {
  expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(prettyJson('{"a":"xxx')).toBe('{"a":"xxx');
});

it("tells keys, strings, numbers and words apart, and loses nothing", () => {
  const text = '{\n  "a\\"b": ["c: d", -1.5e3, true]\n}';
  const tokens = jsonTokens(text);
  expect(tokens.map((token) => token.text).join("")).toBe(text);
  const coloured = tokens.filter(({ kind }) => kind !== undefined && kind !== "mark");
  expect(coloured).toEqual([
    { text: '"a\\"b"', kind: "key" },
    { text: '"c: d"', kind: "string" },
    { text: "-1.5e3", kind: "number" },
    { text: "true", kind: "word" },
  ]);
});

describe("checkDraft", () => {
  it("accepts one event or a list", () => {
    expect(checkDraft('{"name": "a"}')).toEqual({ ok: true, names: ["a"] });
    expect(checkDraft('[{"name": "a", "data": {}}, {"name": "b"}]')).toEqual({ ok: true, names: ["a", "b"] });
  });

  const schemas: Parameters<typeof checkDraft>[1] = {
    "order.created": {
      type: "object",
      properties: {
        orderId: { type: "string", pattern: "^ord_" },
        items: { type: "array", items: { type: "object", properties: { quantity: { type: "integer" } } } },
      },
      required: ["orderId"],
    },
  };

  it.each([
    [
      '{\n  "name": "order.created",\n  "data": {"orderId": 5}\n}',
      '"data.orderId" is not as its schema says: it is of the type number, and has to be string',
      3,
      23,
    ],
    ['{"name": "order.created",\n "data": {}}', 'it lacks "orderId"', 2, 10],
    ['{"name": "order.created"}', 'it lacks "orderId"', 1, 1],
    ['{"name": "order.created", "data": {"orderId": "x"}}', "pattern", 1, 47],
    [
      '{"name": "order.created", "data": {"orderId": "ord_1",\n"items": [{}, {"quantity": 1.5}]}}',
      "data.items.1.quantity",
      2,
      28,
    ],
    ['[{"name": "other"},\n{"name": "order.created", "data": {"orderId": []}}]', "data.orderId", 2, 47],
  ])("doubts %j, at its place", (text, message, line, column) => {
    expect(checkDraft(text, schemas)).toMatchObject({
      ok: true,
      doubt: { message: expect.stringContaining(message), line, column },
    });
  });

  it("doubts nothing that is as its schema says, or that has none", () => {
    const text =
      '[{"name": "order.created", "data": {"orderId": "ord_1"}}, {"name": "toString", "data": {"a": 1}}]';
    expect(checkDraft(text, schemas)).toEqual({ ok: true, names: ["order.created", "toString"] });
  });

  it.each([
    ['{\n  "name": " "\n}', '"name" has to be a text', 2],
    ['{\n  "name": "a",\n  "data": [1]\n}', '"data" has to be an object', 3],
    ['{"name": "inngest/function.failed"}', "reserved", 1],
    ["[]", "no event", 1],
    ["3", "an event is an object", 1],
  ])("says what is wrong with %j", (text, message, line) => {
    const problem = { message: expect.stringContaining(message), line };
    expect(checkDraft(text)).toMatchObject({ ok: false, problem });
  });
});
