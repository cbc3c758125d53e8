import { Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { OrderLines, type OrderLinesProps } from "./order-lines.tsx";

export interface StopPackingEmailProps extends OrderLinesProps {
  shopName: string;
  orderId: string;
}

/** Tells a shopkeeper that an order needs no packing any more. */
export function StopPackingEmail({ shopName, orderId, lines, total }: StopPackingEmailProps) {
  const { name: brand } = useBrand();
  return (
    <EmailLayout
      preview={`Order ${orderId} was cancelled`}
      title={`Cancelled at ${shopName}`}
      why={`You get this email because you keep a shop at ${brand}.`}
    >
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        Please do not pack order <strong>{orderId}</strong>, or put it back. Its items can be ordered again:
      </Text>
      <OrderLines lines={lines} total={total} />
    </EmailLayout>
  );
}

StopPackingEmail.PreviewProps = {
  shopName: "Sharma Kirana Store",
  orderId: "ord_456",
  lines: [{ name: "Toor dal 1 kg", quantity: 2, price: 160 }],
  total: 320,
} satisfies StopPackingEmailProps;

StopPackingEmail.messageClass = "transactional" satisfies MessageClass;
