import { beforeEach, expect, it } from "vitest";
import { failureOf, personal } from "../../contracts/failure.ts";
import { advanceRebuild, type RebuildProgress, startRebuild } from "../rebuild.ts";
import {
  all,
  asProduct,
  brownRice,
  ids,
  ketchup,
  rebuild,
  rice,
  type SearchBench,
  tomatoes,
} from "./bench.ts";

/** Fills a second index and swaps it in. */
export function rebuildContract(bench: () => SearchBench): void {
  const pages = [
    [tomatoes, ketchup],
    [rice, brownRice],
  ];
  const readPage = async (cursor = "0") => {
    const page = Number(cursor);
    return { documents: pages[page] ?? [], ...(page < 1 ? { next: String(page + 1) } : {}) };
  };
  const old = { ...tomatoes, id: "prod_1", name: "Old Potatoes" };
  beforeEach(async () => {
    await bench().index.create();
    await bench().index.upsert(old);
  });

  it("the index beside the live one and swaps them at once", async () => {
    const { index } = bench();
    const seen: [string, string[]][] = [];
    const done = await rebuild({
      index,
      readPage,
      rebuildId: "2026-11-01",
      onProgress: async ({ state }) => {
        seen.push([state, await ids(index)]);
      },
    });
    expect(done).toMatchObject({ state: "live", imported: 4, refused: 0 });
    expect(seen).toEqual([
      ["importing", [old.id]],
      ["importing", [old.id]],
      ["imported", [old.id]],
      ["live", all.map(({ id }) => id)],
    ]);
  });

  it("on from where an earlier run broke off", async () => {
    const { index } = bench();
    const saved: RebuildProgress[] = [];
    const breakOff = (progress: RebuildProgress) => {
      saved.push(structuredClone(progress));
      if (progress.cursor) throw new Error("The process ended.");
    };
    const options = { index, readPage, rebuildId: "broken" };
    await expect(rebuild({ ...options, onProgress: breakOff })).rejects.toThrow("ended");
    const read: (string | undefined)[] = [];
    const watched = async (cursor?: string) => {
      read.push(cursor);
      return readPage(cursor);
    };
    const done = await rebuild({ ...options, readPage: watched, from: saved.at(-1) });
    expect(read).toEqual(["1"]);
    expect(done).toMatchObject({ state: "live", imported: 4 });
    expect(await ids(index)).toEqual(all.map(({ id }) => id));
  });

  it("without losing what is written meanwhile", async () => {
    const { index } = bench();
    const started = await startRebuild({ index }, "busy");
    const halfway = await advanceRebuild({ index, readPage }, started);
    const newer = { ...rice, name: "Jasmine Rice" };
    await index.upsert(newer);
    await index.delete(ketchup.id);
    expect(await ids(index, { text: "jasmine" })).toEqual([rice.id]);
    const imported = await advanceRebuild({ index, readPage }, halfway);
    await advanceRebuild({ index, readPage }, imported);
    expect(await ids(index, { text: "jasmine" })).toEqual([rice.id]);
    expect(await ids(index)).toEqual([tomatoes.id, rice.id, brownRice.id]);
  });

  it("to the same end when a part is repeated", async () => {
    const { index } = bench();
    await index.rebuilds.start("twice");
    await index.rebuilds.start("twice");
    await index.rebuilds.import("twice", all);
    const outcomes = await index.rebuilds.import("twice", all);
    expect(outcomes.every(({ imported }) => imported)).toBe(true);
    expect(await index.rebuilds.finish("twice")).toEqual({ documents: 4 });
    expect(await index.rebuilds.finish("twice")).toEqual({ documents: 4 });
    expect(await ids(index)).toEqual(all.map(({ id }) => id));
  });

  it("only for the one that was started last", async () => {
    const { index } = bench();
    await index.rebuilds.start("first");
    await index.rebuilds.start("second");
    expect((await failureOf(index.rebuilds.finish("first"))).kind).toBe("final");
    await index.rebuilds.import("second", all);
    await index.rebuilds.finish("second");
    const late = [() => index.rebuilds.import("first", all), () => index.rebuilds.finish("first")];
    for (const attempt of late) {
      expect(await failureOf(attempt())).toMatchObject({
        kind: "final",
        message: expect.stringContaining("another one took its place"),
      });
    }
    expect(await ids(index)).toEqual(all.map(({ id }) => id));
  });

  it("with what is refused counted, and not at all when everything is", async () => {
    const { index } = bench();
    const wrong = asProduct({ ...rice, price: personal.name });
    const mixed = async () => ({ documents: [tomatoes, wrong] });
    const done = await rebuild({ index, readPage: mixed, rebuildId: "mixed" });
    expect(done).toMatchObject({ imported: 1, refused: 1, refusals: [{ id: rice.id }] });
    const hopeless = async () => ({ documents: [wrong] });
    const error = await failureOf(rebuild({ index, readPage: hopeless, rebuildId: "hopeless" }));
    expect(error.kind).toBe("final");
    expect(await ids(index)).toEqual([tomatoes.id]);
  });

  it.each(["", "a b", "x".repeat(101)])("with final for the id %j", async (id) => {
    expect((await failureOf(bench().index.rebuilds.start(id))).kind).toBe("final");
  });
}
