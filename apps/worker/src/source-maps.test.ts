import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const script = `
  import { readReplay } from "@org/events/inngest";
  try { readReplay(undefined); } catch (error) { console.log(error.stack); }
`;

it("a stack names the source of what failed, with the flags with which the worker starts", async () => {
  const flags = manifest.scripts.start.split(" ").filter((word) => word.startsWith("--"));
  const parameters = [...flags, "--input-type=module", "-e", script];
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { cwd });
  expect(stdout).toMatch(/packages\/events\/src\/internal\/replay\.ts:\d+/);
});
