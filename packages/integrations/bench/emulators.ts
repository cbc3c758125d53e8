import { startEmulators } from "@org/local-stack";
import { print } from "@org/tooling/measure";
import type { Vendors } from "./processes.ts";

/** The vendors without rate limits. They end when the parent closes the standard input, or ends. */
const emulators = await startEmulators({ rateLimits: false });
const { resend, twilio, typesense, upstash } = emulators;
print({ resend, twilio, typesense, upstash } satisfies Vendors);
process.stdin.on("end", () => emulators.stop()).resume();
