import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { joined, useBrand, useWords } from "../brand-context.tsx";
import { EmailLayout } from "../email-layout.tsx";
import { commonWords } from "../words.ts";
import { applicationWords } from "./words.ts";

export interface ApplicationRejectedEmailProps {
  applicantName: string;
  shopName: string;
  /** In the words of whoever decided. */
  reason: string;
  /** Where they apply again. */
  applyUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Tells someone who wanted to open a shop that it was turned down, and why. */
export function ApplicationRejectedEmail(props: ApplicationRejectedEmailProps) {
  const { applicantName, shopName, reason, applyUrl } = props;
  const { name: brand } = useBrand();
  const { say, pieces } = useWords(applicationWords);
  const common = useWords(commonWords);
  const again = <Link href={applyUrl}>{say("applyAgain")}</Link>;
  return (
    <EmailLayout
      preview={say("rejectedSubject", { shop: shopName })}
      title={say("rejectedTitle")}
      why={say("whyApplied", { brand })}
    >
      <Text style={text}>{common.say("dear", { name: applicantName })}</Text>
      <Text style={text}>{say("rejected", { shop: shopName })}</Text>
      <Text style={{ ...text, whiteSpace: "pre-line" }}>{reason}</Text>
      <Text style={text}>{joined(pieces("onceDifferent", { again }))}</Text>
    </EmailLayout>
  );
}

ApplicationRejectedEmail.PreviewProps = {
  applicantName: "Meena Iyer",
  shopName: "Meena's Tiffin Room",
  reason: "We could not find the shop at the address that you named.",
  applyUrl: "https://mohallamart.example/sell",
} satisfies ApplicationRejectedEmailProps;
