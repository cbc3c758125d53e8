import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";

const web = join(import.meta.dirname, "..");

let started: ChildProcess | undefined;

afterEach(async () => {
  if (started?.exitCode === null) {
    started.kill("SIGKILL");
    await once(started, "exit");
  }
});

/** The app on a free port with only the given configuration, and what it has printed. */
function startWeb(environment: Record<string, string>) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ["start.ts"], {
    cwd: web,
    env: { PATH, NODE_ENV: "production", LOG_LEVEL: "silent", PORT: "0", ...environment },
  });
  started = child;
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output.text += chunk.toString();
    });
  }
  return { child, output };
}

it("a missing variable stops the start with its name", async () => {
  const { child, output } = startWeb({});
  const [code] = await once(child, "exit");
  expect(code).toBe(1);
  expect(output.text).toMatch(/The web app cannot start\..*\n {2}WEB_URL: .*\n {2}DATABASE_URL: /);
});

/** A whole configuration, of services that do not answer. */
const unreachable = {
  WEB_URL: "https://mohallamart.example",
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
  ORDER_LINK_SECRET: "of thirty-two characters and a few more",
  RESEND_API_KEY: "re_1",
  RESEND_FROM: "shop@example.com",
  RESEND_TEN_OCEAN_FROM: "office@example.com",
  REDIS_URL: "redis://127.0.0.1:1",
  TYPESENSE_URL: "http://127.0.0.1:1",
  TYPESENSE_API_KEY: "none",
};

function addressOf({ output }: ReturnType<typeof startWeb>): Promise<string> {
  const find = () => /http:\/\/localhost:\d+/.exec(output.text)?.[0].replace("localhost", "127.0.0.1");
  return vi.waitUntil(find, { timeout: 20_000 });
}

it("no cache stops the start with what could name one", async () => {
  const { child, output } = startWeb({ ...unreachable, REDIS_URL: "" });
  const [code] = await once(child, "exit");
  expect(code).toBe(1);
  expect(output.text).toMatch(
    /UPSTASH_REDIS_REST_URL: required, with UPSTASH_REDIS_REST_TOKEN, unless REDIS_URL is set/,
  );
});

it("payments without the secret of their notices stop the start", async () => {
  const { child, output } = startWeb({
    ...unreachable,
    RAZORPAY_KEY_ID: "rzp_test_1",
    RAZORPAY_KEY_SECRET: "secret",
  });
  const [code] = await once(child, "exit");
  expect(code).toBe(1);
  expect(output.text).toContain(
    "RAZORPAY_WEBHOOK_SECRET: required, because RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET are set",
  );
});

it("a production build has no demo sign-in, whatever its environment says", async () => {
  const web = startWeb({ ...unreachable, NODE_ENV: "development" });
  const body = new URLSearchParams({ person: "admin_001" });
  const response = await fetch(`${await addressOf(web)}/sign-in/demo`, { method: "POST", body });
  expect(response.status).toBe(404);
});

it("reached over https, sets cookies for https alone and has browsers ask for nothing else", async () => {
  const address = await addressOf(startWeb(unreachable));
  const response = await fetch(`${address}/visits/pages`, {
    method: "POST",
    headers: { origin: "https://mohallamart.example", "x-forwarded-proto": "http" },
    body: JSON.stringify({ address: "/" }),
  });
  expect(response.status).toBe(204);
  expect(response.headers.get("set-cookie")).toMatch(
    /^__Host-visit=.*; Path=\/;.*; Secure; HttpOnly; SameSite=lax$/,
  );
  expect(response.headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}; includeSubDomains$/);
});

it("takes forms from its own pages alone", async () => {
  const address = await addressOf(startWeb(unreachable));
  const post = (path: string, headers: [string, string][]) =>
    fetch(`${address}${path}`, { method: "POST", headers, body: "" });
  for (const origin of ["https://evil.example", "null", "http://mohallamart.example"]) {
    for (const action of [[], [["next-action", "a".repeat(42)]]] satisfies [string, string][][]) {
      const response = await post("/sign-in", [["origin", origin], ...action]);
      expect([origin, response.status]).toEqual([origin, 403]);
      expect(await response.text()).toContain("came from another site");
    }
  }
});

it("has an icon also where browsers look without being told", async () => {
  const address = await addressOf(startWeb(unreachable));
  const response = await fetch(`${address}/favicon.ico`);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
});

it("a policy for development is no matter of the environment", async () => {
  const response = await fetch(await addressOf(startWeb({ ...unreachable, NODE_ENV: "development" })));
  expect(response.headers.get("content-security-policy")).not.toContain("unsafe-eval");
});

it("says so when the database does not answer, and stays up", async () => {
  const web = startWeb(unreachable);
  const { child } = web;
  const address = await addressOf(web);
  const health = await fetch(`${address}/health`);
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ status: "unavailable" });
  const page = await fetch(address);
  expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
  expect((await fetch(`${address}/health`)).status).toBe(503);
  const ready = await fetch(`${address}/health/ready`);
  expect([ready.status, await ready.json()]).toMatchObject([
    503,
    { status: "unready", dependencies: { database: { status: "away", needed: true } } },
  ]);
  const live = await fetch(`${address}/health/live`);
  expect([live.status, await live.json()]).toEqual([200, { status: "ok" }]);
  expect(child.exitCode).toBeNull();
});
