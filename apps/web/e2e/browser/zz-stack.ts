import { startStack } from "@org/local-stack";
import { writeFileSync } from "node:fs";
const stack = await startStack({ environment: process.env });
writeFileSync("/tmp/browser/stack.json", JSON.stringify(stack.urls));
process.on("SIGTERM", async () => { await stack.stop(); process.exit(0); });
setInterval(()=>{}, 1000);
