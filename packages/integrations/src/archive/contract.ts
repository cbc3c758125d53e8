import { beforeEach, describe, expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import type { Archive } from "./port.ts";

/** What every archive does. @param create makes an empty one */
export function archiveContract(vendor: string, create: () => Promise<Archive>): void {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const text = (content: Uint8Array | undefined) => content && new TextDecoder().decode(content);

  describe(`an archive in ${vendor}`, () => {
    let archive: Archive;
    beforeEach(async () => {
      archive = await create();
    });

    it("gives back what was put, byte for byte", async () => {
      const content = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256);
      await archive.put("logs/outbox/2026-11-01-000001.ndjson.gz", content);
      const kept = await archive.get("logs/outbox/2026-11-01-000001.ndjson.gz");
      expect(kept && Buffer.compare(kept, content)).toBe(0);
      await archive.put("empty", bytes(""));
      expect(text(await archive.get("empty"))).toBe("");
    });

    it("keeps one file per name, the last one", async () => {
      await archive.put("a/b", bytes("first, and longer"));
      await archive.put("a/b", bytes("second"));
      expect(text(await archive.get("a/b"))).toBe("second");
      expect(await archive.list()).toEqual(["a/b"]);
    });

    it("several writers of one name leave one of their files, whole", async () => {
      const contents = Array.from({ length: 8 }, (_, n) => String(n).repeat(50_000));
      await Promise.all(contents.map((content) => archive.put("same", bytes(content))));
      expect(contents).toContain(text(await archive.get("same")));
      expect(await archive.list()).toEqual(["same"]);
    });

    it("keeps the first file of a name that is written once, whole, whoever writes", async () => {
      await archive.put("pages/1", bytes("first"), { once: true });
      await archive.put("pages/1", bytes("second"), { once: true });
      expect(text(await archive.get("pages/1"))).toBe("first");
      const contents = Array.from({ length: 8 }, (_, n) => String(n).repeat(50_000));
      await Promise.all(contents.map((content) => archive.put("pages/2", bytes(content), { once: true })));
      const kept = text(await archive.get("pages/2"));
      expect(contents).toContain(kept);
      await archive.put("pages/2", bytes("later"), { once: true });
      expect(text(await archive.get("pages/2"))).toBe(kept);
      expect(await archive.list()).toEqual(["pages/1", "pages/2"]);
    });

    it("lists the names that begin with a prefix, sorted", async () => {
      for (const name of ["logs/b/2", "logs/b/1", "logs/a", "exports/1"])
        await archive.put(name, bytes(name));
      expect(await archive.list()).toEqual(["exports/1", "logs/a", "logs/b/1", "logs/b/2"]);
      expect(await archive.list("logs/b/")).toEqual(["logs/b/1", "logs/b/2"]);
      expect(await archive.list("none")).toEqual([]);
    });

    it("has nothing at first, and says so", async () => {
      expect(await archive.list()).toEqual([]);
      expect(await archive.get("logs/a")).toBeUndefined();
    });

    it.each(["", "/etc/passwd", "../up", "a/../b", "a//b", "a/", ".hidden", "a\\b", "a b"])(
      "refuses the name %j for good",
      async (name) => {
        expect(await failureOf(archive.put(name, bytes("x")))).toMatchObject({
          kind: "final",
          port: "archive",
        });
        expect(await failureOf(archive.get(name))).toMatchObject({ kind: "final", port: "archive" });
      },
    );
  });
}
