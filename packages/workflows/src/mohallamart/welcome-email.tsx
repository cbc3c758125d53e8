import { Button, Text } from "react-email";
import { EmailLayout } from "./email-layout.tsx";

export interface WelcomeEmailProps {
  name: string;
  /** Where the customer starts. */
  storefrontUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Sent once to a new customer: what MohallaMart is and how to begin. */
export function WelcomeEmail({ name, storefrontUrl }: WelcomeEmailProps) {
  return (
    <EmailLayout
      preview="The shops of your neighbourhood, in one place"
      title={`Welcome, ${name}`}
      why="You get this email because an account was opened at MohallaMart with your address."
    >
      <Text style={text}>MohallaMart is where the shops around the corner sell online. To get going:</Text>
      <Text style={text}>
        1. Look at what the shops near you have today.
        <br />
        2. Fill your basket. Every shop packs its own order.
        <br />
        3. Follow your order on its page, from the shop's shelf to your door.
      </Text>
      <Button
        href={storefrontUrl}
        style={{
          backgroundColor: "#b4451f",
          borderRadius: 8,
          color: "#ffffff",
          fontSize: 15,
          padding: "12px 20px",
        }}
      >
        See the shops
      </Button>
    </EmailLayout>
  );
}

WelcomeEmail.PreviewProps = {
  name: "Asha",
  storefrontUrl: "https://mohallamart.example",
} satisfies WelcomeEmailProps;
