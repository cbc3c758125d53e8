import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineEvent } from "../define-event.ts";
import { readerList, readsIn } from "./reader-list.ts";
import { isRecorded, type Read, readBy, recordReads } from "./reads.ts";
import { watchedData } from "./watched-data.ts";

const item = z.object({ productId: z.string(), unit: z.string().optional(), quantity: z.int() });
const schema = z.object({
  orderId: z.string(),
  items: z.array(item).readonly(),
  note: z.string().optional(),
  tags: z.array(z.string()).optional(),
  payment: z.union([z.object({ card: z.string() }), z.object({ cash: z.boolean() })]).optional(),
  properties: z.record(z.string(), z.string()).optional(),
});
const data = {
  orderId: "ord_1",
  items: [
    { productId: "prod_1", quantity: 2 },
    { productId: "prod_2", quantity: 1 },
  ],
  tags: ["gift"],
  payment: { card: "x" },
  properties: { colour: "red" },
} satisfies z.input<typeof schema>;

function readsOf(use: (watched: z.output<typeof schema>) => unknown): string[] {
  const paths = new Set<string>();
  use(watchedData<z.output<typeof schema>>(data, schema, (path) => paths.add(path)));
  return [...paths].sort();
}

describe("watched data", () => {
  it("tells of what is read, also where it is not there, and of nothing else", () => {
    expect(readsOf(({ orderId, note }) => [orderId, note])).toEqual(["note", "orderId"]);
    expect(readsOf((watched) => "note" in watched)).toEqual(["note"]);
    expect(readsOf((watched) => String(watched))).toEqual([]);
  });

  it("tells of fields of a list's elements by one path", () => {
    expect(readsOf(({ items }) => items.map(({ quantity }) => quantity))).toEqual([
      "items",
      "items[].quantity",
    ]);
    expect(readsOf(({ items }) => items.length)).toEqual(["items"]);
  });

  it("knows the branches of a union, and counts keys of a record as the record", () => {
    expect(readsOf(({ payment }) => payment && "cash" in payment)).toEqual(["payment", "payment.cash"]);
    expect(readsOf(({ properties, tags }) => [properties?.colour, tags?.[0]])).toEqual([
      "properties",
      "tags",
    ]);
  });

  it("counts what is copied or written as JSON as read whole", () => {
    const items = ["items", "items[].productId", "items[].quantity"];
    expect(readsOf((watched) => JSON.stringify(watched.items))).toEqual(items);
    expect(readsOf((watched) => ({ ...watched }))).toEqual([
      ...["items", "orderId", "payment", "properties", "tags"],
    ]);
  });

  it("is otherwise the same data", () => {
    const watched = watchedData(data, schema, () => {});
    expect(watched).toEqual(data);
    expect(Array.isArray(watched.items)).toBe(true);
    expect(watched.items).toBe(watched.items);
    expect(schema.parse(watched)).toEqual(data);
  });
});

describe("the recording", () => {
  const definition = defineEvent({
    name: "parcel.weighed",
    version: "2026-11-01.01",
    category: "parcel",
    owner: "logistics",
    kind: "fact",
    summary: "Emitted when a parcel is on the scales.",
    data: z.object({ parcelId: z.string(), grams: z.int() }),
    examples: [
      { parcelId: "parcel_1", grams: 1 },
      { parcelId: "parcel_2", grams: 2 },
    ],
  });

  it("hands out data as it is while nobody records", () => {
    const weighed = { parcelId: "parcel_1", grams: 1 };
    expect(isRecorded()).toBe(false);
    expect(readBy("weigh", definition, weighed)).toBe(weighed);
  });

  it("tells each read once, until it ends", () => {
    const reads: Read[] = [];
    const end = recordReads((read) => reads.push(read));
    const watched = readBy("weigh", definition, { parcelId: "parcel_1", grams: 1 });
    expect([watched.grams, watched.grams]).toEqual([1, 1]);
    end();
    expect(watched.parcelId).toBe("parcel_1");
    expect(reads).toEqual([{ reader: "weigh", event: "parcel.weighed", path: "grams" }]);
  });

  it("makes one list of reads in any order", () => {
    const one: Read = { reader: "weigh", event: "parcel.weighed", path: "grams" };
    const other: Read = { reader: "label", event: "parcel.weighed", path: "parcelId" };
    const list = readerList([one, other, one]);
    expect(JSON.stringify(list)).toBe(JSON.stringify(readerList([other, one])));
    expect(list.readers).toEqual({
      label: { "parcel.weighed": ["parcelId"] },
      weigh: { "parcel.weighed": ["grams"] },
    });
    expect(readsIn(list)).toEqual([other, one]);
  });
});
