import { createOutput } from "../dev/output.ts";
import { run } from "../dev/run.ts";
import { standIns } from "./stand-ins.ts";

/** Runs the supervisor with stand-ins: `node supervised.ts <json>`, `{ stateDir, ports, behaviours, environment, parts }`. */
const {
  stateDir,
  ports = {},
  behaviours = {},
  environment = {},
  parts = "everything",
} = JSON.parse(process.argv[2] ?? "{}");
process.exit(
  await run({
    environment: { ...process.env, ...environment },
    parts,
    output: createOutput(process.stdout),
    stateDir,
    ports,
    commands: standIns(behaviours),
  }),
);
