import { Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { OrderLines, type OrderLinesProps } from "./order-lines.tsx";

export interface OrderConfirmationEmailProps extends OrderLinesProps {
  customerName: string;
  orderId: string;
  shopName: string;
  /** Where the customer follows the order. */
  orderUrl: string;
}

/** Sent once when an order went through. */
export function OrderConfirmationEmail(props: OrderConfirmationEmailProps) {
  const { name: brand } = useBrand();
  return (
    <EmailLayout
      preview={`${props.shopName} has your order ${props.orderId}`}
      title={`Thank you, ${props.customerName}`}
      why={`You get this email because you placed order ${props.orderId} at ${brand}.`}
    >
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {props.shopName} has your order <strong>{props.orderId}</strong> and is packing it.
      </Text>
      <OrderLines lines={props.lines} total={props.total} />
      <EmailButton href={props.orderUrl}>Follow your order</EmailButton>
    </EmailLayout>
  );
}

OrderConfirmationEmail.PreviewProps = {
  customerName: "Asha",
  orderId: "ord_456",
  shopName: "Sharma Kirana Store",
  lines: [
    { name: "Toor dal 1 kg", quantity: 2, price: 160 },
    { name: "Basmati rice 5 kg", quantity: 1, price: 640 },
  ],
  total: 960,
  orderUrl: "https://mohallamart.example/o/Qm9uam91ciBsZSBtb25kZQ",
} satisfies OrderConfirmationEmailProps;

OrderConfirmationEmail.messageClass = "transactional" satisfies MessageClass;
