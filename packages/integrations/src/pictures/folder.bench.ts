import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { picturesContract } from "./contract.ts";
import { folderPictures } from "./folder.ts";

export const bench: VendorBench = {
  contract: () => {
    const roots: string[] = [];
    afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true, force: true }))));
    picturesContract("a folder", async () => {
      const root = await mkdtemp(join(tmpdir(), "pictures-contract-"));
      roots.push(root);
      return folderPictures({ folder: join(root, "pictures", "deeper") });
    });
  },
  personalData: { because: "nobody answers: its errors name the method and the system's code" },
  outage: { because: "a folder has no address; the archive's test makes the disk refuse" },
  check: {
    refused: { PICTURES_DIR: join(import.meta.filename, "pictures") },
    says: "PICTURES_DIR is no folder",
  },
};
