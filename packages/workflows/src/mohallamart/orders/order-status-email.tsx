import { type OrderNumber, orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { Text } from "@react-email/text";
import { useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { orderWords } from "./words.ts";

export interface OrderStatusEmailProps {
  customerName: string;
  order: OrderNumber;
  shopName: string;
  status: "packed" | "shipped" | "delivered";
  /** The delivery partner's. */
  trackingNumber?: string | undefined;
  /** Where the customer follows the order. */
  orderUrl: string;
}

/** Sent once for each step that an order takes towards its customer. */
export function OrderStatusEmail({
  customerName,
  order,
  shopName,
  status,
  trackingNumber,
  orderUrl,
}: OrderStatusEmailProps) {
  const { name: brand } = useBrand();
  const { say } = useWords(orderWords);
  const common = useWords(commonWords);
  const title = say(`${status}Title`);
  return (
    <EmailLayout preview={`${title}: ${order}`} title={title} why={say("whyOrdered", { order, brand })}>
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {say(status, { name: customerName, shop: shopName })}
      </Text>
      {trackingNumber && (
        <Text style={{ color: "#2b2118", fontSize: 15 }}>{say("tracking", { number: trackingNumber })}</Text>
      )}
      <EmailButton href={orderUrl}>{common.say("seeOrder", { order })}</EmailButton>
    </EmailLayout>
  );
}

OrderStatusEmail.PreviewProps = {
  customerName: "Asha",
  order: orderNumber("ord_01M80H8F44JAVZ989205W5RVDC"),
  shopName: "Sharma Kirana Store",
  status: "shipped",
  trackingNumber: "DLV-20261101-0042",
  orderUrl: "https://mohallamart.example/o/Qm9uam91ciBsZSBtb25kZQ",
} satisfies OrderStatusEmailProps;

OrderStatusEmail.messageClass = "transactional" satisfies MessageClass;
