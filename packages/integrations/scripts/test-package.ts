import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inPackedConsumer, type Run, runnerIn } from "@org/tooling/packed-consumer";

const packages = join(import.meta.dirname, "../..");

/** What only this package's own files may import. */
const hidden = [
  "internal/vendor-failure",
  "contracts/failure",
  "search/contract/bench",
  "payments/contract/bench",
];

async function checkExports(run: Run): Promise<void> {
  const code = `
    for (const path of ${JSON.stringify(hidden)}) {
      const found = await import("@org/integrations/" + path).then(() => path, ({ code }) => code);
      if (found !== "ERR_PACKAGE_PATH_NOT_EXPORTED") throw new Error(path + " can be imported: " + found);
    }
    await import("@org/integrations/capabilities");`;
  await run("node", "--input-type=module", "--eval", code);
}

/** No vendor's client is installed there. */
async function checkMissingClient(run: Run): Promise<void> {
  const code = `
    import { connect } from "@org/integrations/capability";
    import { sms } from "@org/integrations/sms/capability";
    const account = { TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: "t", TWILIO_PHONE_NUMBER: "+12025550100" };
    const { message } = await connect(sms, account).then(() => ({ message: "connected" }), (error) => error);
    const expected = "Twilio is configured, and its client is not installed. Add twilio to the app's dependencies.";
    if (message !== expected) throw new Error(message);`;
  await run("node", "--input-type=module", "--eval", code);
}

/** What a deployment of the web app installs: the clients that it names, which are those of its own vendors, and no others. */
async function checkWebApp(run: Run, folder: string): Promise<void> {
  const deployment = join(folder, "web");
  const deploy = ["--filter", "@org/web", "deploy", "--prod", "--legacy", "--prefer-offline", deployment];
  await runnerIn(join(packages, ".."))("pnpm", ...deploy);
  const installed = (await run("ls", join(deployment, "node_modules/.pnpm"))).split("\n");
  const { dependencies } = readJson(join(packages, "../apps/web/package.json"));
  for (const client of clients()) {
    const isInstalled = installed.some((name) => name.startsWith(`${client.replace("/", "+")}@`));
    const isNamed = dependencies?.[client] !== undefined;
    if (isInstalled === isNamed) continue;
    throw new Error(
      `The web app ${isNamed ? "names" : "does not name"} ${client}; installed: ${isInstalled}.`,
    );
  }
}

/** The vendors' clients, which whoever uses a vendor installs. */
function clients(): string[] {
  const { peerDependencies = {} } = readJson(join(packages, "integrations/package.json"));
  const found = Object.keys(peerDependencies).filter(
    (name) => name !== "vitest" && !name.startsWith("@org/"),
  );
  if (!found.includes("resend"))
    throw new Error("The clients of the vendors are no peer dependencies any more.");
  return found;
}

type Manifest = Partial<Record<"dependencies" | "peerDependencies", Record<string, string>>>;

function readJson(path: string): Manifest {
  return JSON.parse(readFileSync(path, "utf8"));
}

await inPackedConsumer(
  {
    example: join(import.meta.dirname, "../examples/own-adapter"),
    packages: { "org-events": join(packages, "events"), "org-integrations": join(packages, "integrations") },
  },
  async (run, folder) => {
    await run("pnpm", "run", "typecheck");
    await run("pnpm", "run", "test");
    await checkExports(run);
    await checkMissingClient(run);
    await checkWebApp(run, folder);
  },
);
process.stdout.write(
  "the packed package proves somebody else's adapter, and the web app installs its own vendors' clients\n",
);
