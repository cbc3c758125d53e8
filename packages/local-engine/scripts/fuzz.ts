import { parseArgs } from "node:util";
import { describeDifference, fuzz } from "../src/fuzz/fuzz.ts";

const { values } = parseArgs({
  options: { from: { type: "string", default: "0" }, count: { type: "string", default: "10000" } },
});

function readNumber(name: string, value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  process.stderr.write(`fuzz: --${name} is a number of 0 or more, not "${value}".\n`);
  process.exit(2);
}

const from = readNumber("from", values.from);
const count = readNumber("count", values.count);
let told = 0;
const differences = await fuzz({
  from,
  count,
  onProgress(done, found) {
    for (const difference of found.slice(told)) process.stdout.write(`${describeDifference(difference)}\n`);
    told = found.length;
    if (done % 500 === 0 || done === count)
      process.stdout.write(`${done} of ${count} functions, ${told} differ\n`);
  },
});
process.exitCode = differences.length > 0 ? 1 : 0;
