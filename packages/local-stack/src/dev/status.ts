import type { StartStep } from "../stack/start-order.ts";
import type { Output } from "./output.ts";

const nameWidth = 30;
const urlWidth = 58;

/** Prints a line for each step when it is done, in the order in which they were announced. */
export function statusLines(output: Output, now: () => number = Date.now): (step: StartStep) => void {
  const began = now();
  let before: Promise<unknown> = Promise.resolve();
  return ({ name, url, done }) => {
    const took = done.then(() => now() - began);
    took.catch(() => {});
    const previous = before;
    // A step that fails is reported by whoever started it, and so are those that wait for it.
    before = previous.then(async () => {
      const seconds = ((await took) / 1000).toFixed(1);
      const tick = output.style("green", "✓");
      output.line(`${tick} ${name.padEnd(nameWidth)} ${(url ?? "").padEnd(urlWidth)} ${seconds} s`);
    });
    before.catch(() => {});
  };
}
