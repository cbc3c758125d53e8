import { plainTextSelectors, render } from "@react-email/render";
import { compile } from "html-to-text";
import type { ReactElement } from "react";

/** As `toPlainText` of `@react-email/render`, which compiles its selectors anew for each email. */
const toPlainText = compile({ wordwrap: false, selectors: plainTextSelectors });

/** Renders a template to the two bodies that an email carries. */
export async function renderEmail(template: ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(template);
  return { html, text: toPlainText(html) };
}
