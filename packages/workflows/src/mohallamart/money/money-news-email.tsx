import { Text } from "react-email";
import { money } from "../brand.ts";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

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
  orderId: string;
  shopName: string;
  news: MoneyNews;
  amount: number;
  orderUrl: string;
}

/** The subject, and the heading of the email. */
export const newsTitle: Readonly<Record<MoneyNews, string>> = {
  "refund-processed": "Your money is back",
  "refund-failed": "Your bank did not take your refund",
  "dispute-open": "Your bank asks about a payment of yours",
  "dispute-won": "Your bank has decided about your payment",
  "dispute-lost": "Your bank has decided about your payment",
  "dispute-closed": "Your bank has closed its question about your payment",
};

const newsText: Readonly<Record<MoneyNews, (amount: string) => string>> = {
  "refund-processed": (amount) => `${amount} went back the way you paid, and your bank has it.`,
  "refund-failed": (amount) =>
    `We sent ${amount} back the way you paid, and your bank did not take it. It is still yours: whoever looks after payments here has been told, and gives it back in another way.`,
  "dispute-open": (amount) =>
    `Your bank questions a payment of ${amount}. If you asked it to, there is nothing to do. If not, please tell your bank that you made the payment.`,
  "dispute-won": (amount) => `Your bank looked at the payment of ${amount}, and it stands.`,
  "dispute-lost": (amount) => `Your bank looked at the payment of ${amount}, and gives it back to you.`,
  "dispute-closed": (amount) => `It was about a payment of ${amount}. There is nothing that you have to do.`,
};

/** Sent once for each thing that a bank says about the money of an order. */
export function MoneyNewsEmail(props: MoneyNewsEmailProps) {
  const brand = useBrand();
  const { customerName, orderId, shopName, news, amount, orderUrl } = props;
  return (
    <EmailLayout
      preview={`${newsTitle[news]}: order ${orderId}`}
      title={newsTitle[news]}
      why={`You get this email because you paid order ${orderId} at ${brand.name}.`}
    >
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        Dear {customerName}, this is about your order <strong>{orderId}</strong> from {shopName}.{" "}
        {newsText[news](money(amount, brand))}
      </Text>
      <EmailButton href={orderUrl}>See order {orderId}</EmailButton>
    </EmailLayout>
  );
}

MoneyNewsEmail.PreviewProps = {
  customerName: "Asha",
  orderId: "ord_456",
  shopName: "Sharma Kirana Store",
  news: "refund-failed",
  amount: 1250,
  orderUrl: "https://mohallamart.example/o/Qm9uam91ciBsZSBtb25kZQ",
} satisfies MoneyNewsEmailProps;

MoneyNewsEmail.messageClass = "transactional" satisfies MessageClass;
