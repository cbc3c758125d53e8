import { parseArgs } from "node:util";
import { startStack } from "@org/local-stack";
import { loadDemoContent } from "@org/stores/demo-data/load-demo-content";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { createPool } from "@org/stores/postgres";
import { postgresSessions } from "@org/stores/sessions/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { print, round } from "@org/tooling/measure";
import { fillRoute, portalRoutes } from "../e2e/portal-routes.ts";
import { sampleOf } from "../e2e/portal-samples.ts";
import { mostScriptBytes, type PageScripts, scriptsOf } from "../e2e/script-bytes.ts";
import { createVisitor, type Visitor } from "../e2e/visitor.ts";

const help = `Usage: node bench/script-bytes.ts

What a browser loads of scripts when it opens each page of the portal first, gzipped: the most of what a resident and an
admin load, over the built app. Prints JSON; ratio: to the ${mostScriptBytes} bytes that a page may have.
`;

/** Puts into the house what the pages are about. @returns a resident and an admin, signed in without a code. */
async function prepare(urls: { web: string; postgres: string }): Promise<Visitor[]> {
  const pool = createPool({ databaseUrl: urls.postgres });
  await loadDemoContent(tenOceanStores(pool), { now: new Date() });
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const ids = [demoResidents[0]?.userId, demoAdmins[0]?.adminId];
  const tokens = await Promise.all(ids.map((id) => postgresSessions(pool).open(`ten-ocean:${id}`, inAnHour)));
  await pool.end();
  return tokens.map((token) => createVisitor(urls.web, { cookie: `session=${token}` }));
}

async function run(): Promise<void> {
  const stack = await startStack({ environment: process.env });
  try {
    const people = await prepare(stack.urls);
    const pages: Record<string, Omit<PageScripts, "path"> & { ratio: number }> = {};
    for (const route of portalRoutes) {
      const path = fillRoute(route, sampleOf);
      const loaded = await Promise.all(people.map((person) => scriptsOf(person, stack.urls.web, path)));
      const [{ files, bytes } = { files: 0, bytes: 0 }] = loaded.sort(
        (one, other) => other.bytes - one.bytes,
      );
      pages[route] = { files, bytes, ratio: round(bytes / mostScriptBytes, 2) };
    }
    print({ encoding: "gzip", mostScriptBytes, pages });
  } finally {
    await stack.stop();
  }
}

if (parseArgs({ options: { help: { type: "boolean" } } }).values.help) process.stdout.write(help);
else await run();
