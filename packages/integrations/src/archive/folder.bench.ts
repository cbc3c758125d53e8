import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { archiveContract } from "./contract.ts";
import { folderArchive } from "./folder.ts";

export const bench: VendorBench = {
  contract: () => {
    const roots: string[] = [];
    afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true, force: true }))));
    archiveContract("a folder", async () => {
      const root = await mkdtemp(join(tmpdir(), "archive-contract-"));
      roots.push(root);
      return folderArchive({ folder: join(root, "archive", "deeper") });
    });
  },
  personalData: { because: "nobody answers: its errors name the method and the system's code" },
  outage: { because: "a folder has no address; its test makes the disk refuse" },
  check: {
    refused: { ARCHIVE_DIR: join(import.meta.filename, "archive") },
    says: "ARCHIVE_DIR is no folder",
  },
};
