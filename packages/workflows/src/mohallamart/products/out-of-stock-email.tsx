import { Text } from "@react-email/text";
import { useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { productWords } from "./words.ts";

export interface OutOfStockEmailProps {
  shopkeeperName: string;
  productName: string;
  /** What one piece is, as `500 g`. */
  unit: string;
  /** Where its shopkeeper changes it. */
  editUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Tells a shopkeeper that none of a product is left, sold or counted. */
export function OutOfStockEmail({ shopkeeperName, productName, unit, editUrl }: OutOfStockEmailProps) {
  const { name: brand } = useBrand();
  const { say } = useWords(productWords);
  const common = useWords(commonWords);
  const title = say("shelfEmptyTitle", { product: productName });
  return (
    <EmailLayout preview={title} title={title} why={common.say("whyKeeper", { brand })}>
      <Text style={text}>{common.say("dear", { name: shopkeeperName })}</Text>
      <Text style={text}>{say("shelfEmpty", { product: productName, unit })}</Text>
      <EmailButton href={editUrl}>{say("setStock")}</EmailButton>
    </EmailLayout>
  );
}

OutOfStockEmail.PreviewProps = {
  shopkeeperName: "Lakshmi",
  productName: "Alphonso mangoes",
  unit: "1 dozen",
  editUrl: "https://mohallamart.example/shop/products/prod_118",
} satisfies OutOfStockEmailProps;

OutOfStockEmail.messageClass = "transactional" satisfies MessageClass;
