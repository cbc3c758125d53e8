/** `pnpm emails [--port 4100]`: shows every email template with its example data, and again at each save. */
import { parseArgs } from "node:util";
import { startPreview } from "./preview.ts";

const { values } = parseArgs({ options: { port: { type: "string", default: "4100" } } });
const { url } = await startPreview({ port: Number(values.port) });
process.stdout.write(`Email templates: ${url}\n`);
