import { Link, Text } from "react-email";
import { useBrand } from "../brand-context.tsx";
import { EmailLayout } from "../email-layout.tsx";

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
  return (
    <EmailLayout
      preview={`Your application for ${shopName} was turned down`}
      title="Your application was turned down"
      why={`You get this email because you applied to open a shop at ${brand}.`}
    >
      <Text style={text}>Dear {applicantName},</Text>
      <Text style={text}>we cannot open {shopName} at the moment. This is why:</Text>
      <Text style={{ ...text, whiteSpace: "pre-line" }}>{reason}</Text>
      <Text style={text}>
        Once that is different you are welcome to <Link href={applyUrl}>apply again</Link>; it is a new
        application then.
      </Text>
    </EmailLayout>
  );
}

ApplicationRejectedEmail.PreviewProps = {
  applicantName: "Meena Iyer",
  shopName: "Meena's Tiffin Room",
  reason: "We could not find the shop at the address that you named.",
  applyUrl: "https://mohallamart.example/sell",
} satisfies ApplicationRejectedEmailProps;
