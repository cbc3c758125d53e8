import { dirname } from "node:path";
import { workflowFiles } from "../../src/testing/workflow-files.ts";

/** What others may import besides the workflows: the products, what their workflows share, and what shows an email. */
const shared = [
  "client",
  "deliver",
  "mohallamart/index",
  "operations/index",
  "encryption/cipher",
  "encryption/encrypted-data",
  "expected-traces",
  "paced-alerts",
  "paced-email",
  "render-email",
  "retry-policy",
  "ten-ocean/digest/preview-digest",
  "ten-ocean/index",
  "vendor-limits",
];

/**
 * The `exports` of the package: products, domains, single workflows and what they share. Nothing else resolves, so that
 * the rest may change with any release.
 */
export function packageExports(): Record<string, string> {
  const workflows = workflowFiles().map(({ file }) => file.replace(/\.tsx?$/, ""));
  const domains = workflows.map((path) => `${dirname(path)}/index`);
  const modules = [...new Set([...shared, ...domains, ...workflows])];
  const entries = modules.map((path): [string, string] => [
    `./${path.replace(/\/index$/, "")}`,
    `./dist/${path}.js`,
  ]);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...Object.fromEntries(sorted), "./package.json": "./package.json" };
}

/** The manifest with these exports in it. */
export function withExports(manifest: string): string {
  return `${JSON.stringify({ ...JSON.parse(manifest), exports: packageExports() }, null, 2)}\n`;
}
