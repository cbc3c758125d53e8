import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What people read of both products. The engine and the emulators have pages of their own. */
const files = globSync(
  ["apps/*/{src,app}/**/*.{ts,tsx}", "packages/{commands,stores,workflows}/src/**/*.{ts,tsx}"],
  {
    cwd: root,
  },
).filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));

/** The files that hold the text, in order. */
function holding(pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(readFileSync(join(root, file), "utf8"))).sort();
}

it("writes amounts of money in two places: for pages and refusals, and for messages", () => {
  expect(holding(/style: "currency"/)).toEqual([
    "packages/commands/src/words.ts",
    "packages/workflows/src/mohallamart/brand.ts",
  ]);
  // With a number in it that nobody grouped and rounded.
  expect(holding(/₹\s*\$?\{/)).toEqual([]);
});

it("writes dates and times where a zone is named with them", () => {
  const writing = holding(/Intl\.DateTimeFormat\(|\.toLocale(Date|Time)String\(/);
  expect(writing).toEqual([
    "apps/web/src/format.ts",
    "apps/web/src/forms/half-hours.ts",
    "apps/web/src/portal/announcements/published-at.ts",
    "apps/web/src/portal/building-time.ts",
    "apps/web/src/portal/community/event-time.ts",
    "apps/web/src/portal/maintenance/building-moment.ts",
    "packages/workflows/src/mohallamart/analytics/calendar.ts",
    "packages/workflows/src/mohallamart/analytics/daily-report-email.tsx",
    "packages/workflows/src/ten-ocean/brand.ts",
    "packages/workflows/src/ten-ocean/community/event-words.ts",
    "packages/workflows/src/ten-ocean/digest/digest-message.tsx",
  ]);
  for (const file of writing) expect(readFileSync(join(root, file), "utf8")).toMatch(/timeZone/);
});
