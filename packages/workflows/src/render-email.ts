import type { ReactElement } from "react";

/** Comes with the first email: whoever lists, checks or tests workflows loads none of it. */
async function loadRenderer() {
  const [{ plainTextSelectors, render }, { compile }] = await Promise.all([
    import("@react-email/render"),
    import("html-to-text"),
  ]);
  // As `toPlainText` of `@react-email/render`, which compiles its selectors anew for each email.
  return { render, toPlainText: compile({ wordwrap: false, selectors: plainTextSelectors }) };
}

let renderer: ReturnType<typeof loadRenderer> | undefined;

/** Renders a template to the two bodies that an email carries. */
export async function renderEmail(template: ReactElement): Promise<{ html: string; text: string }> {
  renderer ??= loadRenderer();
  const { render, toPlainText } = await renderer;
  const html = await render(template);
  return { html, text: toPlainText(html) };
}
