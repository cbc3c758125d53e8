import { describe, expect, it } from "vitest";
import { convexBridge, testServiceKey } from "../testing/convex-bridge.ts";
import { testDatabase } from "../testing/database.ts";
import { dump } from "../testing/erasure/rows.ts";
import { storesCommand } from "./command.ts";
import { fill } from "./testing/filled.ts";

const bridge = await convexBridge();
const { pool, url: databaseUrl } = await testDatabase();
const addresses = { databaseUrl, convexUrl: bridge.url, convexServiceKey: testServiceKey };
const schemas = ["mohallamart", "platform", "ten_ocean"];
const stores = (...parameters: string[]) => storesCommand(parameters, addresses, () => undefined);
const toConvex = ["copy", "--from", "postgres", "--to", "convex"];
const toPostgres = ["copy", "--from", "convex", "--to", "postgres"];

describe("round", () => {
  it("trip", async () => {
    await fill(pool);
    const rows = async () =>
      (await dump(pool, schemas))
        .map(({ text }) => text)
        .filter((text) => !text.startsWith("platform.copies"))
        .toSorted();
    const before = await rows();
    const there = await stores(...toConvex);
    expect(there.text).toContain("counts are equal");
    expect(await stores("clear", "--store", "postgres", "--yes")).toMatchObject({ code: 0 });
    expect((await stores(...toPostgres)).text).toContain("counts are equal");
    expect(await rows()).toEqual(before);
  });
});
