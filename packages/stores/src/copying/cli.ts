import { storesCommand } from "./command.ts";

const { DATABASE_DIRECT_URL, DATABASE_URL, CONVEX_URL, CONVEX_SERVICE_KEY } = process.env;
const addresses = {
  databaseUrl: DATABASE_DIRECT_URL || DATABASE_URL,
  convexUrl: CONVEX_URL,
  convexServiceKey: CONVEX_SERVICE_KEY,
};
const say = (line: string) => process.stderr.write(`${line}\n`);
const { code, text } = await storesCommand(process.argv.slice(2), addresses, say);
(code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
process.exitCode = code;
