import { type OrderNumber, orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { Text } from "@react-email/text";
import { joined, useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { OrderLines, type OrderLinesProps } from "./order-lines.tsx";
import { orderWords } from "./words.ts";

export interface NewOrderEmailProps extends OrderLinesProps {
  shopName: string;
  order: OrderNumber;
  /** Where the shop packs it. */
  shopUrl: string;
}

/** Tells a shopkeeper what to pack. The customer's contact stays in the shop's own pages. */
export function NewOrderEmail({ shopName, order, lines, total, shopUrl }: NewOrderEmailProps) {
  const { name: brand } = useBrand();
  const { say, pieces } = useWords(orderWords);
  const common = useWords(commonWords);
  return (
    <EmailLayout
      preview={say("newOrder", { order })}
      title={say("newOrderTitle", { shop: shopName })}
      why={common.say("whyKeeper", { brand })}
    >
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {joined(pieces("pleasePack", { order: <strong>{order}</strong> }))}
      </Text>
      <OrderLines lines={lines} total={total} />
      <EmailButton href={shopUrl}>{say("openShop")}</EmailButton>
    </EmailLayout>
  );
}

NewOrderEmail.PreviewProps = {
  shopName: "Sharma Kirana Store",
  order: orderNumber("ord_01M80H8F44JAVZ989205W5RVDC"),
  lines: [{ name: "Toor dal 1 kg", quantity: 2, price: 160 }],
  total: 320,
  shopUrl: "https://mohallamart.example/shop#ord_01M80H8F44JAVZ989205W5RVDC",
} satisfies NewOrderEmailProps;

NewOrderEmail.messageClass = "transactional" satisfies MessageClass;
