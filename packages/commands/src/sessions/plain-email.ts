import type { Product } from "./person.ts";

export const productNames: Record<Product, string> = { mohallamart: "MohallaMart", "ten-ocean": "10 Ocean" };

const font = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

export interface PlainEmail {
  /** What it is written in; BCP 47, default English. */
  language?: string;
  title: string;
  /** Plain text, and of ours alone: it is put into HTML as it is. */
  paragraphs: readonly string[];
  /** Shown large between the first paragraph and the others. */
  code?: string;
  /** An address of ours, below the paragraphs. */
  link?: string;
}

/** An email about signing in, in both of its forms. */
export function plainEmail({ language = "en", title, paragraphs, code, link }: PlainEmail): {
  text: string;
  html: string;
} {
  const [first = "", ...others] = paragraphs;
  const large =
    code &&
    `<p style="margin:0 0 12px;font:700 32px/40px ui-monospace,Menlo,monospace;letter-spacing:6px">${code}</p>`;
  const anchor = link && `<p style="margin:0"><a href="${link}" style="color:#9c2f12">${link}</a></p>`;
  const rest = others.map((text) => `<p style="margin:0 0 12px;color:#6b5f53">${text}</p>`);
  return {
    text: `${[code, ...paragraphs, link].filter(Boolean).join("\n\n")}\n`,
    html: `<!doctype html>
<html lang="${language}">
<body style="margin:0;padding:24px;background:#faf4ea;color:#2b2118;font:15px/22px ${font}">
<div style="max-width:464px;margin:0 auto;padding:24px 28px;background:#ffffff;border-radius:12px">
<h1 style="margin:0 0 12px;font-size:22px;line-height:30px">${title}</h1>
${[`<p style="margin:0 0 12px">${first}</p>`, large, ...rest, anchor].filter(Boolean).join("\n")}
</div>
</body>
</html>
`,
  };
}
