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
import type { Brand } from "./brand.ts";

const font = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const small = { color: "#5d7078", fontSize: 12, lineHeight: "18px", margin: "16px 0 0" } as const;

/** Running text of an email. */
export const emailText = { color: "#14262e", fontSize: 15, lineHeight: "22px" } as const;

export interface EmailLayoutProps {
  brand: Pick<Brand, "name" | "locale">;
  /** The line that mail programs show beside the subject. */
  preview: string;
  title: string;
  /** Why the reader gets this email. */
  why: string;
  /** Where the reader turns this kind of email off; absent for what cannot be turned off. */
  unsubscribeUrl?: string;
  children: ReactNode;
}

/** The frame of every email of the association. */
export function EmailLayout({ brand, preview, title, why, unsubscribeUrl, children }: EmailLayoutProps) {
  return (
    <Html lang={brand.locale}>
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: "#eef4f5", fontFamily: font, margin: 0, padding: "24px 12px" }}>
        <Container style={{ maxWidth: 520 }}>
          <Text style={{ color: "#0f5f70", fontSize: 18, fontWeight: 700, margin: "0 0 12px" }}>
            {brand.name}
          </Text>
          <Container style={{ backgroundColor: "#ffffff", borderRadius: 12, padding: "24px 28px" }}>
            <Heading
              as="h1"
              style={{ color: "#14262e", fontSize: 22, lineHeight: "30px", margin: "0 0 12px" }}
            >
              {title}
            </Heading>
            {children}
          </Container>
          <Text style={small}>
            {why}
            {unsubscribeUrl && (
              <>
                {" "}
                <Link href={unsubscribeUrl} style={{ color: "#0f5f70" }}>
                  Stop these emails
                </Link>
              </>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** The one thing to do next, as a button. */
export function EmailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button
      href={href}
      style={{
        backgroundColor: "#0f5f70",
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
