import { Text } from "@react-email/text";
import { useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { productWords } from "./words.ts";

export interface ProductNewsEmailProps {
  customerName: string;
  title: string;
  /** What happened to the product, in a sentence or two. */
  body: string;
  /** What one piece is, as `500 g`. */
  unit: string;
  /** The product on the storefront. */
  productUrl: string;
  /** Where the reader chooses what they get. */
  unsubscribeUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Tells somebody who watches a product of its price or its stock. */
export function ProductNewsEmail(props: ProductNewsEmailProps) {
  const { customerName, title, body, unit, productUrl, unsubscribeUrl } = props;
  const { name: brand } = useBrand();
  const { say } = useWords(productWords);
  const common = useWords(commonWords);
  return (
    <EmailLayout
      preview={body}
      title={title}
      why={say("whyWatching", { brand })}
      unsubscribeUrl={unsubscribeUrl}
    >
      <Text style={text}>{common.say("dear", { name: customerName })}</Text>
      <Text style={text}>
        {body} {say("onePiece", { unit })}
      </Text>
      <EmailButton href={productUrl}>{say("seeProduct")}</EmailButton>
    </EmailLayout>
  );
}

ProductNewsEmail.PreviewProps = {
  customerName: "Asha",
  title: "Alphonso Mangoes costs less",
  body: "Alphonso Mangoes is now ₹799.00 instead of ₹899.00.",
  unit: "1 dozen",
  productUrl: "https://mohallamart.example/products/prod_118",
  unsubscribeUrl: "https://mohallamart.example/u/01JCQ5ZK3M8W2X4Y6Z8A0B2C4D",
} satisfies ProductNewsEmailProps;

ProductNewsEmail.messageClass = "promotional" satisfies MessageClass;
