import "#src/design/tokens.css";
import "#src/design/base.css";
import "#src/design/controls.css";
import "#src/design/languages.css";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { ErrorTextsHere } from "#src/design/error-texts.tsx";
import { fonts } from "#src/design/fonts.ts";
import { productHead } from "#src/design/product-head.ts";
import { frameWords } from "#src/design/words.ts";
import { documentLanguage } from "#src/language/current-language.ts";
import { PushOfSession } from "#src/push/push-of-session.tsx";

export const { metadata, viewport } = productHead.mohallamart;

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The content security policy has a nonce for each request, which a page rendered at build time cannot carry.
  await connection();
  const language = await documentLanguage();
  const { say } = wordsIn(frameWords, language);
  return (
    <html lang={language} className={fonts} data-scroll-behavior="smooth">
      <body>
        <a className="skip-link" href="#content">
          {say("skip")}
        </a>
        {children}
        <PushOfSession />
        <ErrorTextsHere language={language} />
      </body>
    </html>
  );
}
