import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";

/** Renders a template to the two bodies that an email carries. */
export async function renderEmail(template: ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(template);
  return { html, text: toPlainText(html) };
}
