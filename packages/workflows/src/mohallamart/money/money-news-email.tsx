import { type OrderNumber, orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { Text } from "@react-email/text";
import { money } from "../brand.ts";
import { joined, useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { moneyWords } from "./words.ts";

/** What became of the money of an order that a customer has to know. */
export type MoneyNews =
  | "refund-processed"
  | "refund-failed"
  | "dispute-open"
  | "dispute-won"
  | "dispute-lost"
  | "dispute-closed";

export interface MoneyNewsEmailProps {
  customerName: string;
  order: OrderNumber;
  shopName: string;
  news: MoneyNews;
  amount: number;
  orderUrl: string;
}

/** Sent once for each thing that a bank says about the money of an order. */
export function MoneyNewsEmail(props: MoneyNewsEmailProps) {
  const brand = useBrand();
  const { say, pieces } = useWords(moneyWords);
  const common = useWords(commonWords);
  const { customerName, order, shopName, news, amount, orderUrl } = props;
  const title = say(`${news}-title`);
  const named = <strong>{order}</strong>;
  return (
    <EmailLayout
      preview={say("subject", { title, order })}
      title={title}
      why={say("whyPaid", { order, brand: brand.name })}
    >
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {joined(pieces("about", { name: customerName, order: named, shop: shopName }))}{" "}
        {say(news, { amount: money(amount, brand) })}
      </Text>
      <EmailButton href={orderUrl}>{common.say("seeOrder", { order })}</EmailButton>
    </EmailLayout>
  );
}

MoneyNewsEmail.PreviewProps = {
  customerName: "Asha",
  order: orderNumber("ord_01M80H8F44JAVZ989205W5RVDC"),
  shopName: "Sharma Kirana Store",
  news: "refund-failed",
  amount: 1250,
  orderUrl: "https://mohallamart.example/o/Qm9uam91ciBsZSBtb25kZQ",
} satisfies MoneyNewsEmailProps;

MoneyNewsEmail.messageClass = "transactional" satisfies MessageClass;
