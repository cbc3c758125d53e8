import { type OrderNumber, orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { Text } from "@react-email/text";
import { useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { orderWords } from "./words.ts";

export interface FailedAttemptEmailProps {
  customerName: string;
  order: OrderNumber;
  shopName: string;
  /** Which of the order's attempts it was. */
  attempt: number;
  reason: "nobody-there" | "refused" | "address-not-found" | "other";
  orderUrl: string;
}

/** Sent once for each time that an order could not be handed over and is brought again. */
export function FailedAttemptEmail(props: FailedAttemptEmailProps) {
  const { customerName, order, shopName, attempt, reason, orderUrl } = props;
  const { name: brand } = useBrand();
  const { say } = useWords(orderWords);
  const common = useWords(commonWords);
  const title = say("attemptFailedTitle");
  return (
    <EmailLayout preview={`${title}: ${order}`} title={title} why={say("whyOrdered", { order, brand })}>
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {say("attemptFailed", { name: customerName, attempt: String(attempt), shop: shopName })}
      </Text>
      <Text style={{ color: "#2b2118", fontSize: 15, lineHeight: "22px" }}>
        {say(reason === "other" ? "comesAgain" : reason)}
      </Text>
      <EmailButton href={orderUrl}>{common.say("seeOrder", { order })}</EmailButton>
    </EmailLayout>
  );
}

FailedAttemptEmail.PreviewProps = {
  customerName: "Asha",
  order: orderNumber("ord_01M80H8F44JAVZ989205W5RVDC"),
  shopName: "Sharma Kirana Store",
  attempt: 1,
  reason: "nobody-there",
  orderUrl: "https://mohallamart.example/o/Qm9uam91ciBsZSBtb25kZQ",
} satisfies FailedAttemptEmailProps;

FailedAttemptEmail.messageClass = "transactional" satisfies MessageClass;
