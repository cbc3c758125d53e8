import { loadDemoData } from "@org/integrations/stores/load-demo-data";
import { migrate } from "@org/integrations/stores/postgres";
import { env } from "./env.ts";
import { createPorts } from "./ports.ts";

const usage = `Usage: node cli.js <command>

  migrate     brings the database at DATABASE_URL up to date; safe to run from several places at once
  demo-data   adds the demo shops, products, residents and units that are not there yet
`;

async function loadDemo(): Promise<void> {
  const { pool, mohallaMart, tenOcean } = createPorts();
  await loadDemoData({ mohallaMart, tenOcean });
  await pool.end();
}

const commands: Record<string, () => Promise<void>> = {
  migrate: () => migrate(env.DATABASE_URL),
  "demo-data": loadDemo,
};

for (const name of process.argv.slice(2)) {
  if (!commands[name]) {
    process.stderr.write(`Unknown command ${name}.\n\n${usage}`);
    process.exit(2);
  }
}
if (process.argv.length < 3) process.stdout.write(usage);
for (const name of process.argv.slice(2)) await commands[name]?.();
