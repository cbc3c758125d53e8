import { afterAll, expect, it } from "vitest";
import { WelcomeEmail } from "../../src/mohallamart/users/welcome-email.tsx";
import { startPreview } from "./preview.ts";

const preview = await startPreview({ port: 0 });
afterAll(() => preview.stop());

async function get(path: string) {
  const answer = await fetch(new URL(path, preview.url));
  const policy = answer.headers.get("content-security-policy");
  return { status: answer.status, policy, body: await answer.text() };
}

it("lists every template and shows the chosen one with its text", async () => {
  const { body, policy } = await get("/?template=mohallamart/users/welcome");
  expect(body).toContain('href="/?template=ten-ocean%2Fverification%2Fconfirm-address"');
  expect(body).toContain('src="/html/mohallamart/users/welcome"');
  expect(body).toMatch(new RegExp(`<pre>[^<]*${WelcomeEmail.PreviewProps.storefrontUrl}`));
  expect(policy).toContain("default-src 'none'");
});

it("keeps the width when another template is chosen", async () => {
  const { body } = await get("/?template=mohallamart/users/welcome&width=phone");
  expect(body).toContain('<iframe class="narrow"');
  expect(body).toContain('href="/?template=mohallamart%2Forders%2Fnew-order&amp;width=phone"');
});

it("serves the email itself under a policy that runs no script", async () => {
  const { body, policy } = await get("/html/mohallamart/users/welcome");
  expect(body).toContain(`Welcome, ${WelcomeEmail.PreviewProps.name}`);
  expect(policy).toMatch(/default-src 'none'.*sandbox allow-popups$/);
  expect((await get("/html/mohallamart/none")).status).toBe(404);
});
