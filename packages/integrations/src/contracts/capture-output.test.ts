import process from "node:process";
import { expect, it } from "vitest";
import { captureOutput } from "./capture-output.ts";
import { leaksIn } from "./leaks.ts";

it("what is written anywhere is seen, until the capture ends", () => {
  const { log, end } = captureOutput();
  // biome-ignore lint/suspicious/noConsole: what a vendor's client writes there is what the capture is for.
  console.error(new Error("failed", { cause: { to: "asha@example.com" } }));
  process.stderr.write(encodeURIComponent("+919812345670"));
  process.stdout.write("a-text");
  process.emitWarning("a-token");
  log.warn({ name: "Asha" }, "refused");
  const secrets = ["asha@example.com", "+919812345670", "a-text", "a-token", "Asha"];
  expect(leaksIn(end(), secrets)).toEqual(secrets);
});
