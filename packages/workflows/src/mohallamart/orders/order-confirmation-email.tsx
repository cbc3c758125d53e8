import { type OrderNumber, orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { Text } from "@react-email/text";
import { joined, useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { OrderLines, type OrderLinesProps } from "./order-lines.tsx";
import { orderWords } from "./words.ts";

export interface OrderConfirmationEmailProps extends OrderLinesProps {
  customerName: string;
  order: OrderNumber;
  shopName: string;
  /** Where the customer follows the order. */
  orderUrl: string;
}

/** Sent once when an order went through. */
export function OrderConfirmationEmail(props: OrderConfirmationEmailProps) {
  const { name: brand } = useBrand();
  const { say, pieces } = useWords(orderWords);
  const { customerName: name, order, shopName: shop } = props;
  return (
    <EmailLayout
      preview={say("confirmationPreview", { shop, order })}
      title={say("thanks", { name })}
      why={say("whyOrdered", { order, brand })}
    >
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {joined(pieces("confirmation", { shop, order: <strong>{order}</strong> }))}
      </Text>
      <OrderLines lines={props.lines} total={props.total} />
      <EmailButton href={props.orderUrl}>{say("follow")}</EmailButton>
    </EmailLayout>
  );
}

OrderConfirmationEmail.PreviewProps = {
  customerName: "Asha",
  order: orderNumber("ord_01M80H8F44JAVZ989205W5RVDC"),
  shopName: "Sharma Kirana Store",
  lines: [
    { name: "Toor dal 1 kg", quantity: 2, price: 160 },
    { name: "Basmati rice 5 kg", quantity: 1, price: 640 },
  ],
  total: 960,
  orderUrl: "https://mohallamart.example/o/Qm9uam91ciBsZSBtb25kZQ",
} satisfies OrderConfirmationEmailProps;

OrderConfirmationEmail.messageClass = "transactional" satisfies MessageClass;
