import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { joined, useBrand, useWords } from "../brand-context.tsx";
import { EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";
import { commonWords } from "../words.ts";
import { applicationWords } from "./words.ts";

export interface ApplicationLapsedEmailProps {
  applicantName: string;
  shopName: string;
  /** Where they apply again. */
  applyUrl: string;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Tells someone who wanted to open a shop that nobody decided in time. */
export function ApplicationLapsedEmail({ applicantName, shopName, applyUrl }: ApplicationLapsedEmailProps) {
  const { name: brand } = useBrand();
  const { say, pieces } = useWords(applicationWords);
  const common = useWords(commonWords);
  const again = <Link href={applyUrl}>{say("applyAgain")}</Link>;
  return (
    <EmailLayout
      preview={say("lapsedSubject", { shop: shopName })}
      title={say("lapsedTitle")}
      why={say("whyApplied", { brand })}
    >
      <Text style={text}>{common.say("dear", { name: applicantName })}</Text>
      <Text style={text}>{joined(pieces("lapsed", { shop: shopName, again }))}</Text>
    </EmailLayout>
  );
}

ApplicationLapsedEmail.PreviewProps = {
  applicantName: "Meena Iyer",
  shopName: "Meena's Tiffin Room",
  applyUrl: "https://mohallamart.example/sell",
} satisfies ApplicationLapsedEmailProps;

ApplicationLapsedEmail.messageClass = "transactional" satisfies MessageClass;
