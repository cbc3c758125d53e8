import { Link, Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

export interface WelcomeEmailProps {
  name: string;
  /** Where the customer starts. */
  storefrontUrl: string;
  /** Where they set up their account. */
  accountUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Sent once to a new customer: how to set up the account, and where to begin. */
export function WelcomeEmail({ name, storefrontUrl, accountUrl }: WelcomeEmailProps) {
  const { name: brand } = useBrand();
  return (
    <EmailLayout
      preview="Set up your account in three steps"
      title={`Welcome, ${name}`}
      why={`You get this email because an account was opened at ${brand} with your address.`}
    >
      <Text style={text}>
        {brand} is where the shops around the corner sell online. There is no password: you sign in with a
        code that we send to this address.
      </Text>
      <Text style={text}>
        Set up <Link href={accountUrl}>your account</Link>:
        <br />
        1. Check your name, and add a phone if the shop should be able to call you.
        <br />
        2. Name your neighbourhood, so that the shops near you come first.
        <br />
        3. Choose how we may write to you: email, SMS or the app.
      </Text>
      <Text style={text}>
        Then fill your basket. Every shop packs its own order, and its page tells you when.
      </Text>
      <EmailButton href={storefrontUrl}>See the shops</EmailButton>
    </EmailLayout>
  );
}

WelcomeEmail.PreviewProps = {
  name: "Asha",
  storefrontUrl: "https://mohallamart.example",
  accountUrl: "https://mohallamart.example/account",
} satisfies WelcomeEmailProps;

WelcomeEmail.messageClass = "transactional" satisfies MessageClass;
