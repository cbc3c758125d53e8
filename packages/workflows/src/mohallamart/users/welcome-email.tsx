import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { joined, useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { welcomeWords } from "./words.ts";

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
  const { say, pieces } = useWords(welcomeWords);
  const account = <Link href={accountUrl}>{say("account")}</Link>;
  return (
    <EmailLayout preview={say("preview")} title={say("title", { name })} why={say("why", { brand })}>
      <Text style={text}>{say("intro", { brand })}</Text>
      <Text style={text}>
        {joined(pieces("setUp", { account }))}
        <br />
        {say("stepName")}
        <br />
        {say("stepArea")}
        <br />
        {say("stepChannels")}
      </Text>
      <Text style={text}>{say("fillBasket")}</Text>
      <EmailButton href={storefrontUrl}>{say("seeShops")}</EmailButton>
    </EmailLayout>
  );
}

WelcomeEmail.PreviewProps = {
  name: "Asha",
  storefrontUrl: "https://mohallamart.example",
  accountUrl: "https://mohallamart.example/account",
} satisfies WelcomeEmailProps;

WelcomeEmail.messageClass = "transactional" satisfies MessageClass;
