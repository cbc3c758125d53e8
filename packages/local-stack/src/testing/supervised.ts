import { createOutput } from "../dev/output.ts";
import { run } from "../dev/run.ts";
import { standIns } from "./stand-ins.ts";

/** Runs the supervisor with stand-ins: `node supervised.ts <json>`, `{ stateDir, ports, behaviours, environment }`. */
const { stateDir, ports = {}, behaviours = {}, environment = {} } = JSON.parse(process.argv[2] ?? "{}");
process.exit(
  await run({
    environment: { ...process.env, ...environment },
    parts: "everything",
    output: createOutput(process.stdout),
    stateDir,
    ports,
    commands: standIns(behaviours),
  }),
);
