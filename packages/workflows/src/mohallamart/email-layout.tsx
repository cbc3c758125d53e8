import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import { useBrand, useWords } from "./brand-context.tsx";
import { commonWords } from "./words.ts";

const font = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** The frame of every email of the marketplace: its name on top, one card, a line that says why it was sent. */
export function EmailLayout({ preview, title, why, unsubscribeUrl, children }: EmailLayoutProps) {
  const { name, locale } = useBrand();
  const { say } = useWords(commonWords);
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: "#faf4ea", fontFamily: font, margin: 0, padding: "24px 12px" }}>
        <Container style={{ maxWidth: 520 }}>
          <Text style={{ color: "#b4451f", fontSize: 18, fontWeight: 700, margin: "0 0 12px" }}>{name}</Text>
          <Container style={{ backgroundColor: "#ffffff", borderRadius: 12, padding: "24px 28px" }}>
            <Heading
              as="h1"
              style={{ color: "#2b2118", fontSize: 22, lineHeight: "30px", margin: "0 0 12px" }}
            >
              {title}
            </Heading>
            {children}
          </Container>
          <Text style={{ color: "#7a6d60", fontSize: 12, lineHeight: "18px", margin: "16px 0 0" }}>
            {why}
            {unsubscribeUrl && (
              <>
                {" "}
                <Link href={unsubscribeUrl} style={{ color: "#b4451f" }}>
                  {say("stopEmails")}
                </Link>
              </>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export interface EmailLayoutProps {
  /** The line that mail programs show beside the subject. */
  preview: string;
  title: string;
  /** Why the reader gets this email, as its last line. */
  why: string;
  /** Where the reader ends such emails; absent in what they asked for. */
  unsubscribeUrl?: string;
  children: ReactNode;
}

/** The one thing to do next, as a button. */
export function EmailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button
      href={href}
      style={{
        backgroundColor: "#b4451f",
        borderRadius: 8,
        color: "#ffffff",
        fontSize: 15,
        padding: "12px 20px",
      }}
    >
      {children}
    </Button>
  );
}
