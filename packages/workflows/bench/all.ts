import { spawnSync } from "node:child_process";
import { join } from "node:path";

// One that misses its target keeps none of the others from being measured.
const missed = ["analytics", "orders", "watchers", "reindex", "notice", "digest"].filter((name) => {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    stdio: "inherit",
  });
  return status !== 0;
});
if (missed.length > 0) {
  process.stderr.write(`Missed or failed: ${missed.join(", ")}. What it was stands in each one's output.\n`);
  process.exitCode = 1;
}
