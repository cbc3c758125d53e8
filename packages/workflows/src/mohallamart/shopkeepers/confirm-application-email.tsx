import { Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

export interface ConfirmApplicationEmailProps {
  applicantName: string;
  shopName: string;
  confirmUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Asks the reader of a mailbox whether it was they who want to open a shop with its address. */
export function ConfirmApplicationEmail({
  applicantName,
  shopName,
  confirmUrl,
}: ConfirmApplicationEmailProps) {
  const { name: brand } = useBrand();
  return (
    <EmailLayout
      preview="Is this your address?"
      title="Is this your address?"
      why={`You get this email because somebody applied with this address to open a shop at ${brand}.`}
    >
      <Text style={text}>Dear {applicantName},</Text>
      <Text style={text}>
        somebody filled in the application to open {shopName} with your address. Follow this link to confirm
        it; then we verify who keeps the shop.
      </Text>
      <Text style={text}>
        The link is good for one day. If it was not you, do nothing: nobody has applied, and what was filled
        in is gone tomorrow.
      </Text>
      <EmailButton href={confirmUrl}>Confirm my application</EmailButton>
    </EmailLayout>
  );
}

ConfirmApplicationEmail.PreviewProps = {
  applicantName: "Meena Iyer",
  shopName: "Meena's Tiffin Room",
  confirmUrl: "https://mohallamart.example/sell/applied/example",
} satisfies ConfirmApplicationEmailProps;

ConfirmApplicationEmail.messageClass = "transactional" satisfies MessageClass;
