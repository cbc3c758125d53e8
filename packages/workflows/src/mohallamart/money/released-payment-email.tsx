import { Text } from "react-email";
import { money } from "../brand.ts";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";

export interface ReleasedPaymentEmailProps {
  customerName: string;
  orderId: string;
  shopName: string;
  /** Why no order is paid with it, in whole sentences. */
  refusal: string;
  amount: number;
  cartUrl: string;
}

export const releasedPaymentTitle = "Your payment goes back to you";

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Sent once for each payment that pays for no order. */
export function ReleasedPaymentEmail(props: ReleasedPaymentEmailProps) {
  const brand = useBrand();
  const { customerName, orderId, shopName, refusal, amount, cartUrl } = props;
  const paid = money(amount, brand);
  return (
    <EmailLayout
      preview={`${releasedPaymentTitle}: order ${orderId}`}
      title={releasedPaymentTitle}
      why={`You get this email because you paid for order ${orderId} at ${brand.name}.`}
    >
      <Text style={text}>
        Dear {customerName}, you paid {paid} for order <strong>{orderId}</strong> from {shopName}, and this
        payment pays for no order. {refusal}
      </Text>
      <Text style={text}>
        Your {paid} go back the way they came without your doing anything; that can take seven days. We keep
        none of it.
      </Text>
      <EmailButton href={cartUrl}>See your cart</EmailButton>
    </EmailLayout>
  );
}

ReleasedPaymentEmail.PreviewProps = {
  customerName: "Asha",
  orderId: "ord_456",
  shopName: "Sharma Kirana Store",
  refusal: "Basmati Rice is sold out.",
  amount: 1250,
  cartUrl: "https://mohallamart.example/cart",
} satisfies ReleasedPaymentEmailProps;
