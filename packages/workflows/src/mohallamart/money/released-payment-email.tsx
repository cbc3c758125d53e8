import { sayRefusal } from "@org/stores/mohallamart/words/refusals";
import { Text } from "@react-email/text";
import { money } from "../brand.ts";
import { joined, useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import { moneyWords } from "./words.ts";

export interface ReleasedPaymentEmailProps {
  customerName: string;
  orderId: string;
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
  const { customerName, orderId, shopName, refusal, amount, cartUrl } = props;
  const paid = money(amount, brand);
  const title = say("releasedTitle");
  const order = <strong>{orderId}</strong>;
  return (
    <EmailLayout
      preview={say("subject", { title, order: orderId })}
      title={title}
      why={say("whyReleased", { order: orderId, brand: brand.name })}
    >
      <Text style={text}>
        {joined(pieces("released", { name: customerName, amount: paid, order, shop: shopName }))}{" "}
        {sayRefusal(refusal, brand.locale)}
      </Text>
      <Text style={text}>{say("comesBack", { amount: paid })}</Text>
      <EmailButton href={cartUrl}>{say("seeCart")}</EmailButton>
    </EmailLayout>
  );
}

ReleasedPaymentEmail.PreviewProps = {
  customerName: "Asha",
  orderId: "ord_456",
  shopName: "Sharma Kirana Store",
  refusal: "Basmati Rice is sold out. Change the quantity and order again.",
  amount: 1250,
  cartUrl: "https://mohallamart.example/cart",
} satisfies ReleasedPaymentEmailProps;
