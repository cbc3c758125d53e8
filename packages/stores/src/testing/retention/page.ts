import type { Decision, Decisions } from "../erasure/columns.ts";
import { erasedMohallaMart } from "../erasure/mohallamart.ts";
import { platformDecisions } from "../erasure/platform.ts";
import { erasedTenOcean } from "../erasure/ten-ocean.ts";
import { keptByTable } from "./kept.ts";

/** What becomes of every column, in all schemas. */
export const decisions: Decisions = {
  ...platformDecisions,
  ...erasedMohallaMart.decisions,
  ...erasedTenOcean.decisions,
};

const intro = `# How long each table keeps what

Written by \`pnpm generate\` from what the code keeps, archives and deletes, and from what becomes of each column when its person
is removed; a table with personal data and without a line stops the tests. What is over goes every night or week, or with the next
row of its kind. Where else personal data is, vendors and backups
among it, stands in [personal-data.md](personal-data.md).

| table | kept until | when its person is removed |
|---|---|---|
`;

/** @returns docs/security/retention.md */
export function retentionPage(): string {
  const lines = Object.keys(keptByTable)
    .toSorted()
    .map((table) => `| \`${table}\` | ${keptByTable[table]?.until} | ${removal(table)} |\n`);
  return intro + lines.join("");
}

/** Tables with a column that somebody may be found by. */
export function personalTables(): string[] {
  const personal = Object.entries(decisions).filter(([, decision]) => isPersonal(decision));
  return [...new Set(personal.map(([column]) => tableOf(column)))].toSorted();
}

export function tableOf(column: string): string {
  return column.split(".").slice(0, 2).join(".");
}

function isPersonal(decision: Decision): boolean {
  return typeof decision === "string" || "id" in decision;
}

function removal(table: string): string {
  const named = (wanted: (decision: Decision) => boolean) =>
    Object.entries(decisions)
      .filter(([column, decision]) => tableOf(column) === table && wanted(decision))
      .map(([column]) => `\`${column.split(".")[2]}\``)
      .join(", ");
  const parts = [
    ["erased", named((decision) => decision === "erased")],
    ["anonymised", named((decision) => decision === "anonymised")],
    ["the id stays", named((decision) => typeof decision === "object" && "id" in decision)],
  ].filter(([, columns]) => columns !== "");
  return parts.map(([what, columns]) => `${what}: ${columns}`).join("; ") || "nothing of theirs is in it";
}
