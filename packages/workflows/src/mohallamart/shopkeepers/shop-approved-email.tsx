import { Text } from "@react-email/text";
import { useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { applicationWords } from "./words.ts";

export interface ShopApprovedEmailProps {
  shopkeeperName: string;
  shopName: string;
  /** The address to sign in with. */
  email: string;
  signInUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Tells a shopkeeper that their shop is open, and how to begin. */
export function ShopApprovedEmail({ shopkeeperName, shopName, email, signInUrl }: ShopApprovedEmailProps) {
  const { name: brand } = useBrand();
  const { say } = useWords(applicationWords);
  const common = useWords(commonWords);
  const title = say("approvedTitle", { shop: shopName });
  return (
    <EmailLayout preview={title} title={title} why={say("whyApplied", { brand })}>
      <Text style={text}>{common.say("dear", { name: shopkeeperName })}</Text>
      <Text style={text}>{say("approved", { brand })}</Text>
      <Text style={text}>
        {say("stepSignIn", { email })}
        <br />
        {say("stepShelf")}
        <br />
        {say("stepMail")}
      </Text>
      <EmailButton href={signInUrl}>{say("signIn")}</EmailButton>
    </EmailLayout>
  );
}

ShopApprovedEmail.PreviewProps = {
  shopkeeperName: "Meena Iyer",
  shopName: "Meena's Tiffin Room",
  email: "meena@example.com",
  signInUrl: "https://mohallamart.example/sign-in",
} satisfies ShopApprovedEmailProps;

ShopApprovedEmail.messageClass = "transactional" satisfies MessageClass;
