import { Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

export interface OutOfStockEmailProps {
  shopkeeperName: string;
  productName: string;
  /** What one piece is, as `500 g`. */
  unit: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Tells a shopkeeper that the last one of a product was sold. */
export function OutOfStockEmail({ shopkeeperName, productName, unit }: OutOfStockEmailProps) {
  const { name: brand } = useBrand();
  return (
    <EmailLayout
      preview={`${productName} is sold out`}
      title={`${productName} is sold out`}
      why={`You get this email because you keep a shop at ${brand}.`}
    >
      <Text style={text}>Dear {shopkeeperName},</Text>
      <Text style={text}>
        the last {productName} ({unit}) was sold. Customers do not find it any more until you set its stock
        again.
      </Text>
    </EmailLayout>
  );
}

OutOfStockEmail.PreviewProps = {
  shopkeeperName: "Lakshmi",
  productName: "Alphonso mangoes",
  unit: "1 dozen",
} satisfies OutOfStockEmailProps;

OutOfStockEmail.messageClass = "transactional" satisfies MessageClass;
