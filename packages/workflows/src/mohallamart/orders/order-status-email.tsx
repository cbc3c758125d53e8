import { Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

export interface OrderStatusEmailProps {
  customerName: string;
  orderId: string;
  shopName: string;
  status: "packed" | "shipped" | "delivered";
  /** The delivery partner's. */
  trackingNumber?: string | undefined;
  /** Where the customer follows the order. */
  orderUrl: string;
}

const sentences = {
  packed: { title: "Your order is packed", text: "has packed your order and hands it over soon." },
  shipped: {
    title: "Your order is on the way",
    text: "has handed your order over. It is on the way to you.",
  },
  delivered: {
    title: "Your order has arrived",
    text: "says that your order was delivered. We hope you like it.",
  },
} as const;

/** Sent once for each step that an order takes towards its customer. */
export function OrderStatusEmail({
  customerName,
  orderId,
  shopName,
  status,
  trackingNumber,
  orderUrl,
}: OrderStatusEmailProps) {
  const { name: brand } = useBrand();
  const { title, text } = sentences[status];
  return (
    <EmailLayout
      preview={`${title}: ${orderId}`}
      title={title}
      why={`You get this email because you placed order ${orderId} at ${brand}.`}
    >
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        Dear {customerName}, {shopName} {text}
      </Text>
      {trackingNumber && (
        <Text style={{ color: "#2b2118", fontSize: 15 }}>Tracking number: {trackingNumber}</Text>
      )}
      <EmailButton href={orderUrl}>See order {orderId}</EmailButton>
    </EmailLayout>
  );
}

OrderStatusEmail.PreviewProps = {
  customerName: "Asha",
  orderId: "ord_456",
  shopName: "Sharma Kirana Store",
  status: "shipped",
  trackingNumber: "DLV-20261101-0042",
  orderUrl: "https://mohallamart.example/o/Qm9uam91ciBsZSBtb25kZQ",
} satisfies OrderStatusEmailProps;

OrderStatusEmail.messageClass = "transactional" satisfies MessageClass;
