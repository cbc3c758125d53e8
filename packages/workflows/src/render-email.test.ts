import { spawnSync } from "node:child_process";
import process from "node:process";
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

it("comes with the first email: who imports workflows loads nothing that renders", () => {
  const program = `import { registerHooks } from "node:module";
    const load = (url, context, next) => { process.stdout.write(url + "\\n"); return next(url, context); };
    registerHooks({ load });
    await import("@org/workflows/mohallamart");
    await import("@org/workflows/ten-ocean");`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    ...{ cwd: import.meta.dirname, encoding: "utf8" },
  });
  expect(stderr).toBe("");
  const loaded = stdout.split("\n");
  expect(loaded.filter((url) => url.endsWith("/dist/ten-ocean/index.js"))).not.toEqual([]);
  expect(
    loaded.filter((url) => /html-to-text|htmlparser2|email\/render|react-dom|prismjs/.test(url)),
  ).toEqual([]);
});
