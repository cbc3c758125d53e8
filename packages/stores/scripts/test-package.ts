import { join } from "node:path";
import { inPackedConsumer } from "@org/tooling/packed-consumer";

const packages = join(import.meta.dirname, "../..");

/** What only this package's own files may import. */
const hidden = ["database", "schema/mohallamart", "mohallamart/orders/postgres", "ledger/contract"];

await inPackedConsumer(
  {
    example: join(import.meta.dirname, "../examples/own-store"),
    packages: {
      "org-events": join(packages, "events"),
      "org-integrations": join(packages, "integrations"),
      "org-stores": join(packages, "stores"),
    },
  },
  async (run) => {
    await run("pnpm", "run", "typecheck");
    await run("pnpm", "run", "test");
    const code = `
      for (const path of ${JSON.stringify(hidden)}) {
        const found = await import("@org/stores/" + path).then(() => path, ({ code }) => code);
        if (found !== "ERR_PACKAGE_PATH_NOT_EXPORTED") throw new Error(path + " can be imported: " + found);
      }
      await import("@org/stores/mohallamart/postgres");`;
    await run("node", "--input-type=module", "--eval", code);
  },
);
process.stdout.write("the packed package proves somebody else's store\n");
