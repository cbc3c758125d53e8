import { describe, expect, it } from "vitest";
import { renderEmail } from "../render-email.ts";
import { deadEndsOf } from "./dead-ends.ts";
import { emailTemplates } from "./email-templates.ts";

const templates = await emailTemplates((file) => import(file));

it("finds the templates of both products, and no workflow", () => {
  const names = templates.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["mohallamart/users/welcome", "ten-ocean/verification/confirm-address"]),
  );
  expect(names).not.toContain("mohallamart/users/send-welcome");
});

describe.each(templates)("$component", ({ component, example }) => {
  it("has example data that fills every place of it, and links that work in a mailbox and lead to pages that there are", async () => {
    if (!example)
      throw new Error(`Give it some: ${component}.PreviewProps = { … } satisfies ${component}Props;`);
    const { html, text } = await renderEmail(example);
    for (const body of [html, text]) expect(body).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    for (const address of addresses) expect(address).toMatch(/^(https:\/\/|mailto:|tel:)./);
    expect(deadEndsOf(html)).toEqual([]);
  });
});
