import { Inngest } from "inngest";
import { connect } from "inngest/connect";

/** A worker as a process of its own: `connected-worker.ts <engine's address> <its name> <hang>`. It prints what it does. */
const [url = "", name = "", mode = ""] = process.argv.slice(2);
const client = new Inngest({ id: "fragile", isDev: true, baseUrl: url });
const work = client.createFunction(
  { id: "work", triggers: [{ event: "fragile" }], retries: 3 },
  async ({ step }) => {
    const before = await step.run("before", () => name);
    const charged = await step.run("charge", async () => {
      process.stdout.write("charging\n");
      if (mode === "hang") await new Promise(() => {});
      return name;
    });
    return { before, charged };
  },
);
await connect({ apps: [{ client, functions: [work] }], isolateExecution: false });
process.stdout.write("connected\n");
