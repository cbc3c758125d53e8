import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../repository.ts";

const page = "docs/operations.md";
const runbooks = globSync("docs/runbooks/*.md", { cwd: root });
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The production checklist and the troubleshooting section of MohallaMart's architecture document, word by word. */
const asked = [
  "Set `INNGEST_SIGNING_KEY` in production environment",
  "Enable function versioning in Inngest dashboard",
  "Configure alerts for failed functions (Slack/email)",
  "Set up monitoring dashboards for key metrics",
  "Test event replay for critical workflows",
  "Document custom retry policies for critical functions",
  "Review error logs weekly",
  "Enable rate limiting for high-volume events",
  "Check Inngest Dev Server is running (`npx inngest-cli dev`)",
  "Verify `/api/inngest` endpoint is accessible",
  "Check event name matches function trigger",
  "View step logs in Inngest dashboard",
  "Check service credentials (Twilio, OneSignal, etc.)",
  "Review error stack traces",
  "Test locally with event replay",
  "Review function execution times in dashboard",
  "Add batching for high-volume operations",
  "Cache frequently accessed data",
  "Use step parallelism where possible",
];

const [, table = ""] = read(page).split("| the document says |");
const rows = [...table.matchAll(/^\| (.+?) \| (.+) \|$/gm)]
  .map(([, what = "", by = ""]) => ({ what, by }))
  .filter(({ what }) => what !== "---");

/** What the doctor looks at, as its sources name it; of each capability there is one for every vendor. */
const checks = [
  ...globSync("apps/worker/src/doctor/*-checks.ts", { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/name: ["`]([^"`$]+?)(?:: \$|["`])/g)].map(([, name]) => name),
  ),
  ...[...read("apps/worker/src/capabilities.ts").matchAll(/"@org\/integrations\/([\w-]+)\/capability"/g)].map(
    ([, name]) => name,
  ),
];

const screens = globSync("operations/**/page.tsx", { cwd: join(root, "apps/web/app") }).map(
  (file) => `/${dirname(file)}`,
);

it("has one line for each of the document's", () => {
  expect(rows.map(({ what }) => what)).toEqual(asked);
});

describe.each(rows)("$what", ({ by }) => {
  const named = (kind: string) =>
    [...by.matchAll(new RegExp(`${kind}: ((?:\`[^\`]+\`(?:, )?)+)`, "g"))].flatMap(([, list = ""]) =>
      [...list.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
    );
  const looked = { checks: named("doctor"), screens: named("page") };

  it("is looked after by a check, a page or a runbook", () => {
    expect(
      looked.checks.length + looked.screens.length + (by.includes("](runbooks/") ? 1 : 0),
    ).toBeGreaterThan(0);
    expect(looked.checks.filter((name) => !checks.includes(name))).toEqual([]);
    expect(looked.screens.filter((address) => !screens.includes(address))).toEqual([]);
  });
});

it.each([page, ...runbooks])(
  "what %s links to is there, and so are the files and pages that it names",
  (document) => {
    const text = read(document);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#([^)]*))?\)/g)].map(
      ([, file = "", anchor]) => ({
        file: join(document, "..", file),
        anchor,
      }),
    );
    const missing = links.filter(
      ({ file, anchor }) =>
        !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(read(file)).includes(anchor)),
    );
    expect(missing).toEqual([]);
    const files = [...text.matchAll(/`((?:apps|packages|docs)\/[^`\s]+\.\w+)`/g)].map(
      ([, path = ""]) => path,
    );
    expect(files.filter((path) => !existsSync(join(root, path)) && !path.includes("/dist/"))).toEqual([]);
    const addresses = [...text.matchAll(/`(\/operations[\w/-]*)`/g)].map(([, address = ""]) => address);
    expect(addresses.filter((address) => !screens.includes(address))).toEqual([]);
  },
);

/** As GitHub makes them of headings. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );
}
