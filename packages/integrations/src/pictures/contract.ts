import { beforeEach, describe, expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import type { Pictures } from "./port.ts";

/** What every place for pictures does. @param create makes an empty one */
export function picturesContract(vendor: string, create: () => Promise<Pictures>): void {
  const bytes = (...values: number[]) => Uint8Array.from(values);

  describe(`pictures in ${vendor}`, () => {
    let pictures: Pictures;
    beforeEach(async () => {
      pictures = await create();
    });

    it("gives back what was put, byte for byte", async () => {
      const content = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256);
      await pictures.put("aa/480.webp", content);
      const kept = await pictures.get("aa/480.webp");
      expect(kept && Buffer.compare(kept, content)).toBe(0);
    });

    it("the same file again is no failure", async () => {
      await pictures.put("aa/480.webp", bytes(1, 2));
      await pictures.put("aa/480.webp", bytes(1, 2));
      expect(await pictures.list()).toEqual(["aa/480.webp"]);
    });

    it("removes one file, and what is not there is removed already", async () => {
      for (const name of ["aa/240.webp", "aa/480.webp", "bb/240.webp"]) await pictures.put(name, bytes(1));
      await pictures.remove("aa/240.webp");
      await pictures.remove("aa/240.webp");
      await pictures.remove("cc/240.webp");
      expect(await pictures.get("aa/240.webp")).toBeUndefined();
      expect(await pictures.list()).toEqual(["aa/480.webp", "bb/240.webp"]);
    });

    it("lists the names that begin with a prefix, sorted, and nothing at first", async () => {
      expect(await pictures.list()).toEqual([]);
      for (const name of ["bb/480.webp", "aa/480.webp", "bb/240.webp"]) await pictures.put(name, bytes(1));
      expect(await pictures.list("bb/")).toEqual(["bb/240.webp", "bb/480.webp"]);
    });

    it.each(["", "/etc/passwd", "../up", "a/../b", "a//b", "a/", ".hidden", "a\\b", "a b"])(
      "refuses the name %j for good",
      async (name) => {
        const refused = { kind: "final", port: "pictures" };
        expect(await failureOf(pictures.put(name, bytes(1)))).toMatchObject(refused);
        expect(await failureOf(pictures.get(name))).toMatchObject(refused);
        expect(await failureOf(pictures.remove(name))).toMatchObject(refused);
      },
    );
  });
}
