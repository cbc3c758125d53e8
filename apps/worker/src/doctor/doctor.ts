import { createPool } from "@org/stores/postgres";
import { servedApps } from "../app.ts";
import { capabilities } from "../capabilities.ts";
import { engineAddress } from "../engine-url.ts";
import { directDatabaseUrl, env } from "../env.ts";
import type { Ports } from "../ports.ts";
import { type Check, examine, type Finding, type Verdict } from "./check.ts";
import { databaseChecks } from "./database-checks.ts";
import { engineChecks } from "./engine-checks.ts";
import { marketplaceChecks } from "./marketplace-check.ts";
import { alertCheck, operationsChecks } from "./operations-checks.ts";
import { searchIndexCheck, vendorChecks } from "./vendor-checks.ts";
import { workerChecks } from "./worker-checks.ts";

export const doctorUsage = `  doctor [--json] [--send]        looks whether everything that the worker needs is there and as it should be; changes nothing.
                                  --send sends a test alert; ends with 1 when something is wrong
`;

interface Options {
  json: boolean;
  send: boolean;
}

/** @returns undefined for a wrong command line */
export function doctorOptions(parameters: readonly string[]): Options | undefined {
  const known = new Set(["--json", "--send"]);
  if (parameters.some((parameter) => !known.has(parameter))) return undefined;
  return { json: parameters.includes("--json"), send: parameters.includes("--send") };
}

/** Looks at everything, and says it in one line each. */
export async function doctor(ports: Ports, { json, send }: Options): Promise<{ code: 0 | 1; text: string }> {
  const directPool = createPool({ databaseUrl: directDatabaseUrl(), use: "health" });
  try {
    const findings = await examine(checksOf(ports, directPool, send));
    const code = findings.some(({ verdict }) => verdict === "wrong") ? 1 : 0;
    return { code, text: json ? JSON.stringify(findings, null, 2) : asText(findings) };
  } finally {
    await directPool.end();
  }
}

function checksOf(ports: Ports, directPool: Ports["pool"], send: boolean): Check[] {
  const { pool, stores, mohallaMart, operations } = ports;
  const now = () => new Date();
  const apps = servedApps(ports);
  const { deadLetters, doubts, alerts } = operations;
  return [
    ...databaseChecks({ pool, directPool, now: Date.now }),
    ...marketplaceChecks(stores.checkMarketplace),
    ...engineChecks({ apps, ...engineAddress() }),
    ...workerChecks({ apps, serveOrigin: env.INNGEST_SERVE_ORIGIN, signingKey: env.INNGEST_SIGNING_KEY }),
    ...vendorChecks(capabilities, env),
    searchIndexCheck(mohallaMart.search),
    ...operationsChecks({ outbox: stores.outbox, deadLetters, doubts }),
    alertCheck(alerts, { send, now }),
  ];
}

const marks: Readonly<Record<Verdict, string>> = { ok: "ok", warning: "look", wrong: "WRONG", unknown: "?" };

function asText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map(
    ({ check, verdict, says }) => `${marks[verdict].padEnd(5)}  ${check.padEnd(width)}  ${says}`,
  );
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const last = `${findings.length} checks: ${count("wrong")} wrong, ${count("warning")} to look at, ${count("unknown")} that nobody can see from here.`;
  return [...lines, "", last].join("\n");
}
