import { Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

export interface OrderCancelledEmailProps {
  customerName: string;
  orderId: string;
  shopName: string;
  reason: "changed-mind" | "out-of-stock" | "payment-failed" | "undeliverable" | "suspected-fraud";
  /** Whether a payment was made at checkout. */
  prepaid: boolean;
  orderUrl: string;
}

const because = {
  "changed-mind": "as you asked",
  "out-of-stock": "because something in it is no longer there",
  "payment-failed": "because the payment did not go through",
  undeliverable: "because it could not be delivered",
  "suspected-fraud": "because it did not pass our checks",
} as const;

/** Sent once when an order will not be fulfilled. */
export function OrderCancelledEmail(props: OrderCancelledEmailProps) {
  const { name: brand } = useBrand();
  const { customerName, orderId, shopName, reason, prepaid, orderUrl } = props;
  return (
    <EmailLayout
      preview={`Your order ${orderId} was cancelled`}
      title="Your order was cancelled"
      why={`You get this email because you placed order ${orderId} at ${brand}.`}
    >
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        Dear {customerName}, your order <strong>{orderId}</strong> from {shopName} was cancelled{" "}
        {because[reason]}.
      </Text>
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {prepaid
          ? "Whatever your bank took or reserved for it goes back the way it came; that can take seven days."
          : "There is nothing to pay."}
      </Text>
      <EmailButton href={orderUrl}>See order {orderId}</EmailButton>
    </EmailLayout>
  );
}

OrderCancelledEmail.PreviewProps = {
  customerName: "Asha",
  orderId: "ord_456",
  shopName: "Sharma Kirana Store",
  reason: "payment-failed",
  prepaid: true,
  orderUrl: "https://mohallamart.example/o/Qm9uam91ciBsZSBtb25kZQ",
} satisfies OrderCancelledEmailProps;

OrderCancelledEmail.messageClass = "transactional" satisfies MessageClass;
