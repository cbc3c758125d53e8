import { toPlainText } from "@react-email/render";
import { expect, it } from "vitest";
import { renderEmail } from "./render-email.ts";
import { emailTemplates } from "./testing/email-templates.ts";

const templates = await emailTemplates((file) => import(file));

it("writes the text of every email as the renderer's own function does", async () => {
  expect(templates.length).toBeGreaterThan(10);
  for (const { name, example } of templates) {
    if (!example) continue;
    const { html, text } = await renderEmail(example);
    expect(text, name).toBe(toPlainText(html));
  }
});
