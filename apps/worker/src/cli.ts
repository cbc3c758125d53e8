import { loadDemoData } from "@org/integrations/stores/load-demo-data";
import { migrate } from "@org/integrations/stores/postgres";
import { toProductDocument } from "@org/workflows/mohallamart";
import { env } from "./env.ts";
import { createPorts, type Ports } from "./ports.ts";

const usage = `Usage: node cli.js <command>

  migrate     brings the database and the search index up to date; safe to run from several places at once
  demo-data   adds the demo shops, products, residents and units that are not there yet
`;

const commands: Record<string, (ports: Ports) => Promise<unknown>> = {
  async migrate({ mohallaMart }) {
    await migrate(env.DATABASE_URL);
    await mohallaMart.search.create();
  },
  async "demo-data"({ mohallaMart, tenOcean }) {
    const added = await loadDemoData({ mohallaMart, tenOcean });
    if (added === 0) return;
    const products = await mohallaMart.products.scan({ limit: 1_000 });
    await mohallaMart.search.import(products.map(toProductDocument));
  },
};

for (const name of process.argv.slice(2)) {
  if (!commands[name]) {
    process.stderr.write(`Unknown command ${name}.\n\n${usage}`);
    process.exit(2);
  }
}
if (process.argv.length < 3) process.stdout.write(usage);
const ports = await createPorts();
for (const name of process.argv.slice(2)) await commands[name]?.(ports);
await ports.close();
