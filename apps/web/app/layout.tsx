import "#src/design/tokens.css";
import "#src/design/base.css";
import "#src/design/controls.css";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import localFont from "next/font/local";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { productHead } from "#src/design/product-head.ts";
import { frameWords } from "#src/design/words.ts";
import { documentLanguage } from "#src/language/current-language.ts";
import { PushOfSession } from "#src/push/push-of-session.tsx";

const display = localFont({
  src: "../node_modules/@fontsource-variable/baloo-2/files/baloo-2-latin-wght-normal.woff2",
  weight: "400 800",
  variable: "--font-display",
  display: "swap",
});

export const { metadata, viewport } = productHead.mohallamart;

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The content security policy has a nonce for each request, which a page rendered at build time cannot carry.
  await connection();
  const language = await documentLanguage();
  const { say } = wordsIn(frameWords, language);
  return (
    <html lang={language} className={display.variable} data-scroll-behavior="smooth">
      <body>
        <a className="skip-link" href="#content">
          {say("skip")}
        </a>
        {children}
        <PushOfSession />
      </body>
    </html>
  );
}
