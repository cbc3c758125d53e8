/** `pnpm --filter @org/stores run docs`, with `--check` as `docs:check`: writes, or compares, docs/security/retention.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { retentionPage } from "../src/testing/retention/page.ts";

const page = new URL("../../../docs/security/retention.md", import.meta.url);
const content = retentionPage();

if (!process.argv.includes("--check")) {
  writeFileSync(page, content);
} else if (readFileSync(page, "utf8") !== content) {
  process.stderr.write("Stale: docs/security/retention.md. Run `pnpm generate` and commit the result.\n");
  process.exit(1);
}
