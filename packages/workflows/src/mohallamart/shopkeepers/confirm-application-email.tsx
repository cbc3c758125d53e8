import { Text } from "@react-email/text";
import { useBrand, useWords } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { applicationWords } from "./words.ts";

export interface ConfirmApplicationEmailProps {
  applicantName: string;
  shopName: string;
  confirmUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Asks the reader of a mailbox whether it was they who want to open a shop with its address. */
export function ConfirmApplicationEmail({
  applicantName,
  shopName,
  confirmUrl,
}: ConfirmApplicationEmailProps) {
  const { name: brand } = useBrand();
  const { say } = useWords(applicationWords);
  const common = useWords(commonWords);
  const title = say("confirmTitle");
  return (
    <EmailLayout preview={title} title={title} why={say("whyConfirm", { brand })}>
      <Text style={text}>{common.say("dear", { name: applicantName })}</Text>
      <Text style={text}>{say("confirmAsk", { shop: shopName })}</Text>
      <Text style={text}>{say("confirmOneDay")}</Text>
      <EmailButton href={confirmUrl}>{say("confirmNow")}</EmailButton>
    </EmailLayout>
  );
}

ConfirmApplicationEmail.PreviewProps = {
  applicantName: "Meena Iyer",
  shopName: "Meena's Tiffin Room",
  confirmUrl: "https://mohallamart.example/sell/applied/example",
} satisfies ConfirmApplicationEmailProps;

ConfirmApplicationEmail.messageClass = "transactional" satisfies MessageClass;
