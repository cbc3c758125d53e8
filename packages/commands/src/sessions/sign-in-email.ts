import type { Product } from "./person.ts";

const names: Record<Product, string> = { mohallamart: "MohallaMart", "ten-ocean": "10 Ocean" };

const font = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** The email with a sign-in code. The code comes first in the subject, where a phone's notification shows it. */
export function signInEmail(product: Product, code: string) {
  const name = names[product];
  const intro = `Enter this code where you asked for it, to sign in at ${name}. It is good for 10 minutes and once.`;
  const warning =
    "Give it to nobody, whoever asks. If you did not ask for it, someone typed in your address: ignore this email.";
  return {
    subject: `${code} is your ${name} sign-in code`,
    text: `${code}\n\n${intro}\n\n${warning}\n`,
    html: `<!doctype html>
<html lang="en">
<body style="margin:0;padding:24px;background:#faf4ea;color:#2b2118;font:15px/22px ${font}">
<div style="max-width:464px;margin:0 auto;padding:24px 28px;background:#ffffff;border-radius:12px">
<h1 style="margin:0 0 12px;font-size:22px;line-height:30px">Your ${name} sign-in code</h1>
<p style="margin:0 0 12px">${intro}</p>
<p style="margin:0 0 12px;font:700 32px/40px ui-monospace,Menlo,monospace;letter-spacing:6px">${code}</p>
<p style="margin:0;color:#7a6d60">${warning}</p>
</div>
</body>
</html>
`,
  };
}
