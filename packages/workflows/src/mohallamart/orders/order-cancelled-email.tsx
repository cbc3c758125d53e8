import { type OrderNumber, orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { Text } from "@react-email/text";
import { joined, useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { orderWords } from "./words.ts";

export interface OrderCancelledEmailProps {
  customerName: string;
  order: OrderNumber;
  shopName: string;
  reason: "changed-mind" | "out-of-stock" | "payment-failed" | "undeliverable" | "suspected-fraud";
  /** Whether a payment was made at checkout. */
  prepaid: boolean;
  orderUrl: string;
}

/** Sent once when an order will not be fulfilled. */
export function OrderCancelledEmail(props: OrderCancelledEmailProps) {
  const { name: brand } = useBrand();
  const { say, pieces } = useWords(orderWords);
  const common = useWords(commonWords);
  const { customerName, order, shopName, reason, prepaid, orderUrl } = props;
  return (
    <EmailLayout
      preview={say("cancelledSubject", { order })}
      title={say("cancelledTitle")}
      why={say("whyOrdered", { order, brand })}
    >
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {joined(pieces(reason, { name: customerName, order: <strong>{order}</strong>, shop: shopName }))}
      </Text>
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {say(prepaid ? "moneyGoesBack" : "nothingToPay")}
      </Text>
      <EmailButton href={orderUrl}>{common.say("seeOrder", { order })}</EmailButton>
    </EmailLayout>
  );
}

OrderCancelledEmail.PreviewProps = {
  customerName: "Asha",
  order: orderNumber("ord_01M80H8F44JAVZ989205W5RVDC"),
  shopName: "Sharma Kirana Store",
  reason: "payment-failed",
  prepaid: true,
  orderUrl: "https://mohallamart.example/o/Qm9uam91ciBsZSBtb25kZQ",
} satisfies OrderCancelledEmailProps;

OrderCancelledEmail.messageClass = "transactional" satisfies MessageClass;
