import { Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

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
  return (
    <EmailLayout
      preview={`${shopName} is open`}
      title={`${shopName} is open`}
      why={`You get this email because you applied to open a shop at ${brand}.`}
    >
      <Text style={text}>Dear {shopkeeperName},</Text>
      <Text style={text}>welcome to {brand}! Customers see your shop from now on. To begin:</Text>
      <Text style={text}>
        1. Sign in with {email}. There is no password: we send a code to this address.
        <br />
        2. Put your products on the shelf, each with its price and how many you have.
        <br />
        3. Keep an eye on your mail: every order comes there with what to pack.
      </Text>
      <EmailButton href={signInUrl}>Sign in to your shop</EmailButton>
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
