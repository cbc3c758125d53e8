import { Link, Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

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
  return (
    <EmailLayout
      preview={`Your application for ${shopName} has lapsed`}
      title="Your application has lapsed"
      why={`You get this email because you applied to open a shop at ${brand}.`}
    >
      <Text style={text}>Dear {applicantName},</Text>
      <Text style={text}>
        we could not verify {shopName} within 14 days, and so your application has lapsed. We are sorry. You
        are welcome to <Link href={applyUrl}>apply again</Link>.
      </Text>
    </EmailLayout>
  );
}

ApplicationLapsedEmail.PreviewProps = {
  applicantName: "Meena Iyer",
  shopName: "Meena's Tiffin Room",
  applyUrl: "https://mohallamart.example/sell",
} satisfies ApplicationLapsedEmailProps;

ApplicationLapsedEmail.messageClass = "transactional" satisfies MessageClass;
