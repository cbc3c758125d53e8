import { Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

export interface BackInStockEmailProps {
  shopkeeperName: string;
  productName: string;
  /** What one piece is, as `500 g`. */
  unit: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Tells a shopkeeper that a product which was sold out is for sale again. */
export function BackInStockEmail({ shopkeeperName, productName, unit }: BackInStockEmailProps) {
  const { name: brand } = useBrand();
  return (
    <EmailLayout
      preview={`${productName} is back in stock`}
      title={`${productName} is back in stock`}
      why={`You get this email because you keep a shop at ${brand}.`}
    >
      <Text style={text}>Dear {shopkeeperName},</Text>
      <Text style={text}>
        {productName} ({unit}) was sold out and can be ordered again. Customers find it in the search, and
        those who watch it are told.
      </Text>
    </EmailLayout>
  );
}

BackInStockEmail.PreviewProps = {
  shopkeeperName: "Lakshmi",
  productName: "Alphonso mangoes",
  unit: "1 dozen",
} satisfies BackInStockEmailProps;

BackInStockEmail.messageClass = "transactional" satisfies MessageClass;
