import { type OrderNumber, orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { sayRefusal } from "@org/stores/mohallamart/words/refusals";
import { Text } from "@react-email/text";
import { money } from "../brand.ts";
import { joined, useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import { moneyWords } from "./words.ts";

export interface ReleasedPaymentEmailProps {
  customerName: string;
  order: OrderNumber;
  shopName: string;
  /** Why no order is paid with it, in whole sentences. */
  refusal: string;
  amount: number;
  cartUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Sent once for each payment that pays for no order. */
export function ReleasedPaymentEmail(props: ReleasedPaymentEmailProps) {
  const brand = useBrand();
  const { say, pieces } = useWords(moneyWords);
  const { customerName, order, shopName, refusal, amount, cartUrl } = props;
  const paid = money(amount, brand);
  const title = say("releasedTitle");
  const named = <strong>{order}</strong>;
  return (
    <EmailLayout
      preview={say("subject", { title, order })}
      title={title}
      why={say("whyReleased", { order, brand: brand.name })}
    >
      <Text style={text}>
        {joined(pieces("released", { name: customerName, amount: paid, order: named, shop: shopName }))}{" "}
        {sayRefusal(refusal, brand.locale)}
      </Text>
      <Text style={text}>{say("comesBack", { amount: paid })}</Text>
      <EmailButton href={cartUrl}>{say("seeCart")}</EmailButton>
    </EmailLayout>
  );
}

ReleasedPaymentEmail.PreviewProps = {
  customerName: "Asha",
  order: orderNumber("ord_01M80H8F44JAVZ989205W5RVDC"),
  shopName: "Sharma Kirana Store",
  refusal: "Basmati Rice is sold out. Change the quantity and order again.",
  amount: 1250,
  cartUrl: "https://mohallamart.example/cart",
} satisfies ReleasedPaymentEmailProps;
