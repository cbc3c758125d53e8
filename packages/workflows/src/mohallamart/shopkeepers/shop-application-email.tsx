import { Text } from "@react-email/text";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

export interface ShopApplicationEmailProps {
  staffName: string;
  applicantName: string;
  shopName: string;
  area: string;
  description: string;
  /** Where staff decide. */
  applicationsUrl: string;
  /** Days that the application has waited; 0 when it is new. */
  waitingDays: number;
}

const text = { color: "#2b2118", fontSize: 15, lineHeight: "22px" } as const;

/** Asks a member of staff to verify someone who wants to open a shop, or reminds them of it. */
export function ShopApplicationEmail({
  staffName,
  applicantName,
  shopName,
  area,
  description,
  applicationsUrl,
  waitingDays,
}: ShopApplicationEmailProps) {
  const { name: brand } = useBrand();
  const isNew = waitingDays === 0;
  return (
    <EmailLayout
      preview={`${shopName}, ${area}`}
      title={isNew ? `${shopName} wants to open` : `${shopName} is still waiting`}
      why={`You get this email because you decide on new shops at ${brand}.`}
    >
      <Text style={text}>Dear {staffName},</Text>
      <Text style={text}>
        {isNew
          ? `${applicantName} has applied to open a shop:`
          : `${applicantName} applied to open a shop ${waitingDays} days ago, and nobody has decided yet:`}
      </Text>
      <Text style={text}>
        <strong>{shopName}</strong>, {area}
        <br />
        {description}
      </Text>
      <Text style={text}>Please verify who they are. An application lapses after 14 days.</Text>
      <EmailButton href={applicationsUrl}>See the applications</EmailButton>
    </EmailLayout>
  );
}

ShopApplicationEmail.PreviewProps = {
  staffName: "Divya",
  applicantName: "Meena Iyer",
  shopName: "Meena's Tiffin Room",
  area: "Indiranagar, Bengaluru",
  description: "Idli, dosa and filter coffee from seven in the morning.",
  applicationsUrl: "https://mohallamart.example/admin/applications",
  waitingDays: 2,
} satisfies ShopApplicationEmailProps;

ShopApplicationEmail.messageClass = "transactional" satisfies MessageClass;
