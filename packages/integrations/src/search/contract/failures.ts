import { beforeEach, describe, expect, it } from "vitest";
import { failureOf, personal } from "../../contracts/failure.ts";
import type { Fault } from "../../contracts/fault.ts";
import { all, type ProductIndex, rebuild, type SearchBench, tomatoes } from "./bench.ts";

const calls: [string, (index: ProductIndex) => Promise<unknown>][] = [
  ["upsert", (index) => index.upsert({ ...tomatoes, description: personal.text })],
  ["delete", (index) => index.delete(personal.email)],
  ["import", (index) => index.import([{ ...tomatoes, description: personal.text }])],
  ["search", (index) => index.search({ text: personal.text, filters: { shopId: personal.name } })],
  ["rebuild", (index) => rebuild({ index, readPage: async () => ({ documents: all }), rebuildId: "r" })],
];

/** Says for each failure what it means. */
export function failureContract(bench: () => SearchBench): void {
  beforeEach(() => bench().index.create());

  describe.each(calls)("%s", (_name, call) => {
    it("with final for a wrong API key", async () => {
      expect(await failureOf(call(bench().unauthorised))).toMatchObject({ kind: "final", status: 401 });
    });

    it("with retryable and the wait the vendor asks for over the rate limit", async () => {
      bench().failNext({ status: 429, retryAfter: 2 });
      const error = await failureOf(call(bench().index));
      expect(error).toMatchObject({ kind: "retryable", status: 429, retryAfter: 2000 });
    });

    it.each([500, 502, 503])("with retryable for a %i, without retrying by itself", async (status) => {
      bench().failNext({ status });
      expect(await failureOf(call(bench().index))).toMatchObject({ kind: "retryable", status });
    });

    it("with retryable when no answer comes in time", async () => {
      bench().failNext({ delay: 2000, times: 2 });
      const error = await failureOf(call(bench().impatient));
      expect(error).toMatchObject({ kind: "retryable", code: "ETIMEDOUT" });
    });

    it.each<Fault>([{ drop: true }, { cut: true }, { malformed: true }])(
      "with retryable for %j",
      async (fault) => {
        bench().failNext(fault);
        expect((await failureOf(call(bench().index))).kind).toBe("retryable");
      },
    );

    it("with retryable when the vendor cannot be reached, and works when it is back", async () => {
      expect((await failureOf(call(bench().unreachable))).kind).toBe("retryable");
      await call(bench().index);
    });
  });

  it("search with final for a page that there cannot be", async () => {
    for (const page of [{ page: 0 }, { page: 1.5 }, { pageSize: 0 }, { pageSize: 251 }]) {
      expect((await failureOf(bench().index.search({ text: "", ...page }))).kind).toBe("final");
    }
  });

  it("import with final for more than 10,000 documents", async () => {
    const many = Array.from({ length: 10_001 }, () => tomatoes);
    expect((await failureOf(bench().index.import(many))).kind).toBe("final");
  });

  it("every call with final while there is no index", async () => {
    await bench().reset();
    for (const call of [calls[0], calls[1], calls[2], calls[3]]) {
      expect(await failureOf(call?.[1](bench().index) ?? Promise.resolve())).toMatchObject({
        kind: "final",
        status: 404,
      });
    }
  });
}
