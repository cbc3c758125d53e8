import { startEmulators } from "@org/local-stack";

/** The vendors in a process of their own, so that a measurement sees only the client's side. Ends with its parent. */
const vendors = await startEmulators({ rateLimits: false });
process.stdout.write(`${JSON.stringify(vendors.typesense)}\n`);
process.stdin.on("end", () => vendors.stop()).resume();
